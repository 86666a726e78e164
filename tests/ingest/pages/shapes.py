"""Pages in the shapes that sites really have: each function writes an article as one kind of site would."""

# ruff: noqa: E501 (markup on one line)

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

from tests.ingest.pages.facts import Facts

NAV = (
    "<nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>World</a></li><li><a href='/b'>Business</a></li>"
    "<li><a href='/s'>Sport</a></li><li><a href='/in'>Sign in</a></li></ul></nav>"
)
RELATED = (
    "<aside class='related'><h3>Most read</h3><ul><li><a href='/1'>Baker wins prize for rye loaf</a></li>"
    "<li><a href='/2'>Why the old mill was sold twice</a></li><li><a href='/3'>Ten walks for a wet Sunday</a></li></ul></aside>"
)
FOOT = "<footer><p>© 2024 All rights reserved. <a href='/p'>Privacy policy</a> <a href='/c'>Cookie settings</a></p></footer>"


def paragraphs(facts: Facts, between: str = "") -> str:
    """The text as most sites mark it up."""
    return between.join(f"<p>{text}</p>" for text in facts.paragraphs)


def document(head: str, body: str, *, attributes: str = "") -> str:
    """A whole page."""
    return f"<!DOCTYPE html><html {attributes}><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>"


def linked(value: object) -> str:
    """A block of JSON-LD."""
    return f"<script type='application/ld+json'>{json.dumps(value, ensure_ascii=False)}</script>"


def news_article(facts: Facts, **more: object) -> dict[str, object]:
    """An article in the words of schema.org."""
    return {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": facts.title,
        "datePublished": facts.published,
        "dateModified": facts.day + "T23:30:00" + facts.zone,
        "author": [{"@type": "Person", "name": name} for name in facts.authors],
        "publisher": {"@type": "Organization", "name": facts.outlet},
        **more,
    }


def head_of(facts: Facts) -> str:
    """The page's own title, with the site's name behind it."""
    return f"<title>{facts.title} | {facts.outlet}</title>"


def article(facts: Facts, inside: str = "") -> str:
    """The visible part of an ordinary page."""
    return (
        f"<header><a href='/'>{facts.outlet}</a>{NAV}</header><main><article><h1>{facts.title}</h1>"
        f"<p class='standfirst'>{facts.standfirst}</p>{inside}{paragraphs(facts)}</article></main>{RELATED}{FOOT}"
    )


def meta(facts: Facts) -> str:
    """OpenGraph and its relatives."""
    values = {"og:title": facts.title, "og:site_name": facts.outlet, "article:published_time": facts.published}
    authors = "".join(f"<meta name='author' content='{name}'>" for name in facts.authors)
    return "".join(f"<meta property='{name}' content='{value}'>" for name, value in values.items()) + authors


def json_ld_only(facts: Facts) -> str:
    return document(head_of(facts) + linked(news_article(facts)), article(facts))


def several_blocks(facts: Facts) -> str:
    trail = {"@type": "BreadcrumbList", "itemListElement": [{"@type": "ListItem", "position": 1, "name": "News"}]}
    people = [{"@type": "Person", "@id": f"#p{at}", "name": name} for at, name in enumerate(facts.authors)]
    graph = [
        {"@type": "WebSite", "name": facts.outlet, "@id": "#site"},
        {"@type": "Organization", "name": facts.outlet, "@id": "#org"},
        {"@type": "WebPage", "name": f"{facts.title} - {facts.outlet}", "datePublished": facts.day},
        news_article(facts, author=[{"@id": one["@id"]} for one in people], publisher={"@id": "#org"}),
        *people,
    ]
    return document(head_of(facts) + linked(trail) + linked({"@graph": graph}), article(facts))


def meta_only(facts: Facts) -> str:
    return document(f"<title>{facts.title} - {facts.outlet}</title>{meta(facts)}", article(facts))


def nothing(facts: Facts) -> str:
    line = f"<div class='byline'>By {' and '.join(facts.authors)}</div><div class='date'>{facts.day} {facts.time}</div>"
    return document(head_of(facts), article(facts, line))


def contradicting_dates(facts: Facts) -> str:
    changed = (
        "<meta name='date' content='2025-02-01'><meta property='article:modified_time' content='2025-02-01T10:00:00Z'>"
    )
    shown = f"<time class='updated' datetime='2025-02-01'>1 February 2025</time><time datetime='{facts.published}'>{facts.day}</time>"
    return document(head_of(facts) + changed + meta(facts), article(facts, shown))


def live_blog(facts: Facts) -> str:
    posts = "".join(
        f"<div class='post'><h2>{hour}:20</h2><p>{text}</p></div>" for hour, text in enumerate(facts.paragraphs, 10)
    )
    updates = [
        {"@type": "BlogPosting", "headline": f"Update {at}", "articleBody": text}
        for at, text in enumerate(facts.paragraphs)
    ]
    live = news_article(facts, liveBlogUpdate=updates) | {"@type": "LiveBlogPosting"}
    body = f"{NAV}<main><article><h1>{facts.title}</h1><p>{facts.standfirst}</p>{posts}</article></main>{RELATED}{FOOT}"
    return document(head_of(facts) + linked(live), body)


def gallery(facts: Facts) -> str:
    figures = "".join(
        f"<figure><img src='/{at}.jpg' alt='Picture {at}'><figcaption>Picture {at} of 5. Photo: J. Berg</figcaption></figure>"
        for at in range(1, 6)
    )
    return document(head_of(facts) + meta(facts), article(facts, figures))


def paywall_stub(facts: Facts) -> str:
    offer = (
        "<div class='paywall'><h2>Subscribe to keep reading</h2><p>You have read all your free articles this month.</p>"
        "<button>See the offers</button></div>"
    )
    short = replace(facts, paragraphs=facts.paragraphs[:2])
    free = {"isAccessibleForFree": False}
    body = f"{NAV}<main><article><h1>{facts.title}</h1>{paragraphs(short)}</article>{offer}</main>{RELATED}{FOOT}"
    return document(head_of(facts) + linked(news_article(facts, **free)), body)


def cookie_wall(facts: Facts) -> str:
    wall = (
        "<div id='consent' role='dialog'><h2>We value your privacy</h2><p>We and our 812 partners store cookies on your "
        "device to show you advertisements and to measure them.</p><button>Accept all</button></div>"
    )
    return document(head_of(facts) + meta(facts), wall + article(facts))


def amp(facts: Facts) -> str:
    style = (
        "<style amp-boilerplate>body{visibility:hidden}</style><script async src='https://cdn.example/v0.js'></script>"
    )
    body = f"<amp-sidebar id='s'>{NAV}</amp-sidebar>{article(facts, '<amp-img src=x.jpg width=9 height=6></amp-img>')}"
    return document(head_of(facts) + linked(news_article(facts)) + style, body, attributes="amp")


def print_view(facts: Facts) -> str:
    body = (
        f"<p><b>{facts.outlet}</b></p><h1>{facts.title}</h1><p>By {', '.join(facts.authors)}</p><p>{facts.day}</p><hr>"
        f"{paragraphs(facts)}<hr><p>Printed from {facts.address}</p>"
    )
    return document(head_of(facts), body)


def microdata(facts: Facts) -> str:
    people = ", ".join(f"<span itemprop='author'><span itemprop='name'>{name}</span></span>" for name in facts.authors)
    line = f"<p class='by'>{people} <time itemprop='datePublished' datetime='{facts.published}'>{facts.day}</time></p>"
    site = f"<meta property='og:site_name' content='{facts.outlet}'>"
    body = article(facts, line).replace("<article>", "<article itemscope itemtype='https://schema.org/Article'>")
    return document(head_of(facts) + site, body.replace("<h1>", "<h1 itemprop='headline'>"))


def blog(facts: Facts) -> str:
    comments = "<div id='comments'><h3>2 comments</h3><ol><li><p>Bea: I never liked that crane, to be honest with you.</p></li></ol></div>"
    entry = (
        f"<article class='post hentry'><h1 class='entry-title'>{facts.title}</h1><div class='entry-meta'>Posted on "
        f"<time class='entry-date published' datetime='{facts.published}'>{facts.day}</time> by <span class='author vcard'>"
        f"<a rel='author' href='/a'>{facts.authors[0]}</a></span></div><div class='entry-content'>{paragraphs(facts)}</div></article>"
    )
    site = f"<meta property='og:site_name' content='{facts.outlet}'>"
    return document(head_of(facts) + site, f"<div id='page'>{NAV}<div id='content'>{entry}{comments}</div></div>{FOOT}")


def unclosed(facts: Facts) -> str:
    text = "".join(f"<p>{text}" for text in facts.paragraphs)
    body = f"{NAV}<div class=story><h1>{facts.title}</h1><div class=text>{text}</div></div>{FOOT}"
    return f"<html><head>{head_of(facts)}{meta(facts)}<body>{body}"


def site_name_as_heading(facts: Facts) -> str:
    body = (
        f"<div id='masthead'><h1><a href='/'>{facts.outlet}</a></h1>{NAV}</div><div class='article'><h2>{facts.title}</h2>"
        f"{paragraphs(facts)}</div>{RELATED}{FOOT}"
    )
    return document(head_of(facts) + meta(facts), body)


def lines_by_breaks(facts: Facts) -> str:
    text = "<br><br>".join(facts.paragraphs)
    body = f"{NAV}<div class='article-body'><h1>{facts.title}</h1><div class='text'>{text}</div></div>{RELATED}{FOOT}"
    return document(head_of(facts) + meta(facts), body)


def inside_divs(facts: Facts) -> str:
    text = "".join(f"<div class='paragraph'><span>{text}</span></div>" for text in facts.paragraphs)
    body = (
        f"<div><div>{NAV}</div><div><div class='content article'><h1>{facts.title}</h1>{text}</div></div></div>{FOOT}"
    )
    return document(head_of(facts) + linked(news_article(facts)), body)


def boxes_between(facts: Facts) -> str:
    box = (
        "<div class='ad'>Advertisement</div><div class='newsletter-signup'><h3>Get our newsletter</h3><p>The day in your "
        "inbox.</p><input type='email'><button>Sign up</button></div>"
    )
    body = f"{NAV}<main><article><h1>{facts.title}</h1>{paragraphs(facts, between=box)}</article></main>{RELATED}{FOOT}"
    return document(head_of(facts) + linked(news_article(facts)), body)


def quotes_and_headings(facts: Facts) -> str:
    first, *rest = facts.paragraphs
    text = f"<p>{first}</p><h2>What is known</h2>" + "".join(
        f"<blockquote><p>{one}</p></blockquote>" for one in rest[:1]
    )
    text += "".join(f"<p>{one}</p>" for one in rest[1:])
    body = f"{NAV}<main><article><h1>{facts.title}</h1>{text}</article></main>{RELATED}{FOOT}"
    return document(head_of(facts) + meta(facts), body)


def next_day_in_utc(facts: Facts) -> str:
    late = replace(facts, time="23:30")
    shown = f"<p class='dateline'>{facts.day}</p>"
    there = f"{facts.day[:8]}{int(facts.day[8:]) + 1:02d}T03:30:00Z"
    return document(head_of(late) + meta(facts).replace(facts.published, there), article(facts, shown))


def newsletter_in_tables(facts: Facts) -> str:
    rows = "".join(f"<tr><td style='padding:9px'><p>{text}</p></td></tr>" for text in facts.paragraphs)
    body = (
        f"<table width='100%'><tr><td><table><tr><td><a href='/'>{facts.outlet}</a></td><td>View in browser</td></tr></table>"
        f"<table><tr><td><h1>{facts.title}</h1></td></tr>{rows}</table><table><tr><td>Unsubscribe</td></tr></table></td></tr></table>"
    )
    return document(head_of(facts) + meta(facts), body)


def right_to_left(facts: Facts) -> str:
    return json_ld_only(facts).replace("<html ", "<html dir='rtl' ").replace("<article>", "<article dir='auto'>")


SHAPES: tuple[Callable[[Facts], str], ...] = (
    json_ld_only, several_blocks, meta_only, nothing, contradicting_dates, live_blog, gallery, paywall_stub, cookie_wall,
    amp, print_view, microdata, blog, unclosed, site_name_as_heading, lines_by_breaks, inside_divs, boxes_between,
    quotes_and_headings, next_day_in_utc, newsletter_in_tables, right_to_left,
)  # fmt: skip
"""Every shape; with each article in each of them they make 88 pages."""
