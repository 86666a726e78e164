"""How the exported page looks: on a wide and a narrow screen, light and dark, and on paper.

Contrast of every pair of colours is at least 4.5 : 1 (WCAG 2.2 AA; a test computes it). What is in dispute is marked by
weight, a frame and brackets as well as by colour.
"""

from __future__ import annotations

ALIGNED_SOURCES = 4
"""Up to so many sources stand in columns of their own, one below the other in every row."""

ALIGNED_ON_PAPER = 3
"""The same on a page of A4: three columns of 55 mm hold some 35 characters each."""

LIGHT = {
    "paper": "#fcfbf8",
    "ink": "#1f1e1c",
    "muted": "#625e57",
    "rule": "#dedad1",
    "accent": "#22577a",
    "raised": "#f3f0e9",
    "disputed": "#ffe9b3",
    "frame": "#8a5a00",
}
DARK = {
    "paper": "#17181b",
    "ink": "#e7e4dd",
    "muted": "#a9a59c",
    "rule": "#35373c",
    "accent": "#93c5e4",
    "raised": "#202226",
    "disputed": "#4d3c0c",
    "frame": "#e3bd55",
}
PRINTED = {
    "paper": "#ffffff",
    "ink": "#000000",
    "muted": "#444444",
    "rule": "#bbbbbb",
    "accent": "#000000",
    "raised": "#ffffff",
    "disputed": "#ffffff",
    "frame": "#000000",
}


def _variables(colours: dict[str, str]) -> str:
    return "".join(f"--{name}:{colour};" for name, colour in colours.items())


def _columns(most: int) -> str:
    """Rules that put each source of a small comparison into its own column."""
    counts = range(2, most + 1)
    rules = [f".of-{count} .readings{{grid-template-columns:repeat({count},minmax(0,1fr))}}" for count in counts]
    rules += [
        f".of-{count} .readings>.at-{place}{{grid-column:{place};grid-row:1}}"
        for count in counts
        for place in range(1, count + 1)
    ]
    return "\n".join(rules)


STYLE = f"""
:root{{color-scheme:light dark;{_variables(LIGHT)}
--serif:Charter,"Bitstream Charter","Iowan Old Style","Source Serif 4","Noto Serif",Georgia,serif;
--sans:system-ui,-apple-system,"Segoe UI","Noto Sans",Helvetica,Arial,sans-serif}}
@media (prefers-color-scheme:dark){{:root{{{_variables(DARK)}}}}}
*{{box-sizing:border-box}}
html{{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}}
body{{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.55 var(--serif)}}
header,main,footer{{max-width:72rem;margin:0 auto;padding:0 clamp(1.1rem,4vw,3rem)}}
header{{padding-top:clamp(2rem,6vw,4.5rem)}}
h1,h2{{line-height:1.15;font-weight:600;text-wrap:balance;overflow-wrap:anywhere}}
h1{{font-size:clamp(1.8rem,1.2rem + 2.6vw,2.9rem);letter-spacing:-.012em;margin:.4rem 0 .9rem;max-width:24em}}
h2{{font-size:1.55rem;margin:0 0 .3rem}}
h3{{margin:0;font:600 .875rem/1.4 var(--sans);color:var(--muted)}}
p{{margin:0}}
a{{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:.18em}}
a:focus-visible,[tabindex]:focus-visible{{outline:2px solid var(--accent);outline-offset:3px;border-radius:2px}}
.skip{{position:absolute;left:-100vw}}
.skip:focus{{left:1rem;top:1rem;background:var(--paper);padding:.5rem .8rem}}
.kicker,.meta,.lede,nav,.note,figcaption,table,.sources,.legend,footer{{font-family:var(--sans)}}
.kicker{{font-size:.8rem;letter-spacing:.06em;color:var(--muted)}}
.meta{{color:var(--muted);font-size:.95rem}}
nav ul{{list-style:none;display:flex;flex-wrap:wrap;gap:.3rem 1.4rem;padding:0;margin:1.6rem 0 0;font-size:.9rem}}
main>section{{border-top:1px solid var(--rule);margin-top:3rem;padding-top:1.6rem}}
.lede{{color:var(--muted);font-size:.9rem;max-width:44rem;margin-bottom:1.4rem}}
.sources{{list-style:none;padding:0;margin:1.2rem 0 0;display:grid;gap:1.4rem 2rem;font-size:.9rem;line-height:1.45;
grid-template-columns:repeat(auto-fill,minmax(min(100%,19rem),1fr))}}
.sources li{{overflow-wrap:anywhere}}
.sources .title{{display:block;font-family:var(--serif);font-size:1rem;font-style:normal}}
.sources .origin{{color:var(--muted);font-size:.8rem}}
.number{{color:var(--muted);font-variant-numeric:tabular-nums}}
.legend{{display:grid;gap:.35rem 2rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,19rem),1fr));
font-size:.9rem;padding:0;margin:1rem 0;list-style:none}}
.mark{{display:inline-block;min-width:1.35em;text-align:center;font:700 1.05em/1.3 var(--sans);color:var(--accent)}}
.loud .mark{{color:var(--paper);background:var(--frame);border-radius:.2em}}
.row{{margin-top:2.1rem;break-inside:avoid}}
.row>h3{{display:grid;grid-template-columns:auto minmax(0,1fr) auto;gap:0 .55rem;align-items:baseline}}
.row>h3 .of{{font-weight:400}}
.row.loud>h3 .say{{color:var(--ink)}}
.readings{{display:grid;gap:1.1rem 2.2rem;margin-top:.55rem;
grid-template-columns:repeat(auto-fill,minmax(min(100%,19rem),1fr))}}
figure{{margin:0;min-width:0}}
figcaption{{font-size:.8rem;color:var(--muted);margin-bottom:.2rem}}
figcaption b{{color:var(--ink);font-weight:600}}
blockquote{{margin:0;overflow-wrap:anywhere;hyphens:auto}}
blockquote p+p{{margin-top:.55em}}
.lead blockquote p:first-child:not(:last-child){{font-weight:600;font-size:1.12rem;line-height:1.3}}
u{{text-decoration:underline dotted 1px;text-decoration-color:var(--muted);text-underline-offset:.22em;
text-decoration-skip-ink:none}}
mark{{background:var(--disputed);color:inherit;font-weight:700;border:1px solid var(--frame);border-radius:.2em;
padding:0 .22em;box-decoration-break:clone;-webkit-box-decoration-break:clone}}
.see{{font:.8rem/1.4 var(--sans);color:var(--muted);margin-top:.5rem}}
.plain{{list-style:none;padding:0;margin:.7rem 0 0;max-width:46rem}}
.plain li{{padding:.4rem 0;overflow-wrap:anywhere}}
.plain small{{font:.8rem/1.4 var(--sans);color:var(--muted)}}
.plain.wide{{max-width:none;font:.9rem/1.4 var(--sans)}}
.told{{list-style:none;padding:0;margin:.2rem 0 0;columns:19rem;column-gap:2rem}}
.told li{{padding:.15rem 0;break-inside:avoid}}
.group{{margin-top:1.8rem}}
.group>h3{{color:var(--ink)}}
.scroll{{overflow-x:auto;margin-top:1rem}}
table{{border-collapse:collapse;font-size:.9rem;line-height:1.4;min-width:min(100%,34rem)}}
caption{{text-align:left;color:var(--muted);padding-bottom:.5rem}}
th,td{{text-align:left;vertical-align:top;padding:.42rem 1.4rem .42rem 0;border-bottom:1px solid var(--rule);
font-weight:400}}
thead th{{color:var(--muted);font-size:.8rem;vertical-align:bottom;border-bottom-color:var(--muted)}}
tbody th{{font-weight:600}}
td.count{{font-variant-numeric:tabular-nums}}
td.none{{color:var(--muted)}}
td.relation{{white-space:nowrap}}
.when{{display:grid;grid-template-columns:minmax(6.5rem,auto) minmax(0,1fr);gap:1.4rem 2rem;margin:1rem 0 0;
max-width:54rem}}
.when dt{{font:600 .9rem/1.9 var(--sans);font-variant-numeric:tabular-nums}}
.when dd{{margin:0;display:grid;gap:.9rem}}
footer{{color:var(--muted);font-size:.8rem;padding-top:2.5rem;padding-bottom:4rem}}
@media (max-width:36rem){{.row>h3{{grid-template-columns:auto minmax(0,1fr)}}.row>h3 .of{{grid-column:2}}
.when{{grid-template-columns:minmax(0,1fr);gap:.2rem}}.when dd{{margin-bottom:1.2rem}}}}
@media (min-width:62rem){{
{_columns(ALIGNED_SOURCES)}
}}
@media print{{
:root{{color-scheme:light;{_variables(PRINTED)}}}
@page{{margin:17mm 16mm 19mm;
@bottom-right{{content:counter(page) " / " counter(pages);font:8pt sans-serif;color:#444}}}}
:root{{font-size:9.5pt}}
body{{line-height:1.42}}
header,main,footer{{max-width:none;padding-left:0;padding-right:0}}
header{{padding-top:0}}
h1{{font-size:21pt}} h2{{font-size:14pt}}
h2,h3,figcaption,thead,.lede{{break-after:avoid}}
nav,.skip{{display:none}}
main>section{{margin-top:8mm;padding-top:4mm}}
.row{{margin-top:5mm}}
.readings{{gap:3mm 7mm;grid-template-columns:repeat(auto-fill,minmax(70mm,1fr))}}
.group{{display:table;width:100%;margin-top:6mm}}
.group>h3{{display:table-header-group;break-inside:avoid}}
.plain:not(.wide)>li,tr,.sources li,figure{{break-inside:avoid}}
.plain.wide b{{break-after:avoid}}
{_columns(ALIGNED_ON_PAPER)}
p{{orphans:3;widows:3}}
a{{color:inherit;text-decoration:none}}
thead abbr{{writing-mode:vertical-rl;transform:rotate(180deg);white-space:nowrap;max-height:40mm;overflow:hidden;
text-decoration:none}}
thead abbr::after{{content:" " attr(title)}}
td.relation{{white-space:normal;min-width:6.5em}} .plain.wide{{font-size:8.5pt}}
.scroll{{overflow:visible}} table{{font-size:8.5pt}} th,td{{padding-right:3mm}}
.loud .mark{{background:none;border:1px solid;color:inherit}}
}}
"""
