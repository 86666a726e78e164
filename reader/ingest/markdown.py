"""Markdown files: the readable text without its marks, and what the marks said of each line.

markdown-it-py parses; its tokens are written out line by line here. Everything is sanitised after the last decoding
(character references become live characters in the parser).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.front_matter import front_matter_plugin

from reader.ingest.decoding import decode
from reader.ingest.draft import Draft, Hint
from reader.ingest.frontmatter import FrontMatter, read_front_matter
from reader.ingest.htmlblocks import text_of_html
from reader.ingest.lines import fold
from reader.ingest.mojibake import mend
from reader.ingest.sheet import Sheet
from reader.ingest.wrapped import is_wrapped
from reader.sanitize import sanitize

DEEPEST = 30
"""Blocks inside each other that are read: quotations of quotations have about 5."""

LONGEST_INLINE = 20_000
"""Characters of one paragraph whose marks are read; a longer one is taken as it is, so that reading stays linear."""

MARKED_CHARACTERS = 200_000
"""Characters of a file whose marks are read (the longest articles have 150,000); the rest is taken as it is, so that
the dearest text there is, a list of one-letter items, costs 3 seconds and 130 MB."""

MOST_BRACKETS = 300
"""Opening brackets in one paragraph whose marks are read: looking for their ends takes quadratic time."""

HEADING_WORDS = 14
"""Most words of a paragraph in bold type that serves as a heading."""


def read_markdown(raw: bytes) -> Draft:
    """The readable text of a Markdown file with its hints; fields of the front matter come first, one a line.

    Raises:
        InputError: the bytes are no text.
    """
    source = sanitize(mend(decode(raw)))
    parser = _parser()
    environment: dict[str, object] = {}
    marked, rest = _cut(source)
    tokens = parser.parse(marked, environment)
    sheet = Sheet()
    fields = next((read_front_matter(token.content) for token in tokens if token.type == "front_matter"), FrontMatter())
    first_heading = next(
        (tokens[at + 1].content for at, token in enumerate(tokens[:-1]) if token.type == "heading_open"), ""
    )
    _write_fields(sheet, fields, repeated=fold(first_heading).strip() == fold(fields.title).strip())
    _Writer(parser, environment, sheet).write(tokens)
    if rest:
        sheet.write(rest, None)
    return sheet.draft(fields.language)


def _cut(source: str) -> tuple[str, str]:
    """What is parsed of a file, and what is taken as it is: from the first line that does not fit."""
    if len(source) <= MARKED_CHARACTERS:
        return source, ""
    at = source.rfind("\n", 0, MARKED_CHARACTERS) + 1
    return source[:at], source[at:]


def _parser() -> MarkdownIt:
    """A parser of blocks only: paragraphs are parsed one by one, where it is known how long they are."""
    parser = (
        MarkdownIt("commonmark", {"maxNesting": DEEPEST}).enable(["table", "strikethrough"]).use(front_matter_plugin)
    )
    return parser.disable(["inline"])


def _write_fields(sheet: Sheet, fields: FrontMatter, *, repeated: bool) -> None:
    if fields.title and not repeated:
        sheet.write(fields.title, Hint.TITLE)
    for text, hint in (
        (fields.outlet, Hint.OUTLET),
        ("; ".join(fields.authors), Hint.AUTHORS),
        (fields.date, Hint.DATE),
        (fields.standfirst, Hint.STANDFIRST),
    ):
        if text:
            sheet.write(text, hint)


@dataclass(slots=True)
class _Writer:
    """Writes block tokens as lines."""

    parser: MarkdownIt
    environment: dict[str, object]
    sheet: Sheet
    after_image: bool = False
    opened: str = ""
    mark: str = ""
    marks: list[str] = field(default_factory=list)
    row: list[str] = field(default_factory=list)

    def write(self, tokens: Sequence[Token]) -> None:
        """Write all tokens."""
        for token in tokens:
            match token.type:
                case "heading_open" | "paragraph_open" | "th_open" | "td_open":
                    self.opened = token.tag
                case "inline":
                    self._words(token)
                case "html_block":
                    self.sheet.write(text_of_html(token.content), None)
                case "fence" | "code_block":
                    self.sheet.write(token.content, Hint.CELLS)
                case _ if token.type.startswith(("tr_", "table_")):
                    self._table(token)
                case _:
                    self._list(token)

    def _list(self, token: Token) -> None:
        """Keep the mark of the next item: a dash, or the number that is due."""
        match token.type:
            case "ordered_list_open":
                self.marks.append(str(token.attrs.get("start", 1)))
            case "bullet_list_open":
                self.marks.append("-")
            case "ordered_list_close" | "bullet_list_close":
                self.marks.pop()
            case "list_item_open":
                self.mark, self.marks[-1] = _next_mark(self.marks[-1])
            case _:
                pass

    def _table(self, token: Token) -> None:
        """Write a row of a table on one line when it is complete."""
        if token.type == "table_open":
            self.sheet.write("", None)
        elif token.type == "tr_close":
            self.sheet.write(" | ".join(self.row), Hint.CELLS, gap=False)
            self.row.clear()

    def _words(self, token: Token) -> None:
        if self.opened in {"th", "td"}:
            self.row.append(_plain(self._inline(token.content)))
        else:
            self._block(token, self.opened, self.mark)
            self.mark = ""

    def _inline(self, content: str) -> list[Token]:
        if len(content) > LONGEST_INLINE or content.count("[") > MOST_BRACKETS:
            return [Token("text", "", 0, content=content)]
        tokens: list[Token] = []
        self.parser.inline.parse(content, self.parser, self.environment, tokens)
        return tokens

    def _block(self, token: Token, opened: str, mark: str) -> None:
        """Write a heading, a paragraph or an item of a list; its pictures come after it as captions."""
        pieces = self._inline(token.content)
        text = _joined(_plain(pieces))
        hint = _hint(opened, pieces, text, listed=bool(mark))
        if hint is Hint.EMPHASIS and self.after_image:
            hint = Hint.CAPTION
        if text.strip():
            self.sheet.write(mark + text, hint, gap=not mark)
        self.after_image = False
        for caption in _captions(pieces):
            self.sheet.write(caption, Hint.CAPTION)
            self.after_image = True


def _next_mark(mark: str) -> tuple[str, str]:
    """What is written before a list's item, and the state for the next one."""
    return ("- ", "-") if mark == "-" else (f"{mark}. ", str(int(mark) + 1))


def _hint(opened: str, pieces: Sequence[Token], text: str, *, listed: bool) -> Hint | None:
    if opened == "h1":
        return Hint.HEADLINE
    if opened.startswith("h"):
        return Hint.HEADING
    if _is_wrapped_in(pieces, "link_open", "link_close"):
        return Hint.LINK
    if listed:
        return Hint.PROSE
    if (
        _is_wrapped_in(pieces, "strong_open", "strong_close")
        and text.count(" ") < HEADING_WORDS
        and not text.rstrip().endswith((".", ":"))
    ):
        return Hint.HEADING
    emphatic = _is_wrapped_in(pieces, "em_open", "em_close") or _is_wrapped_in(pieces, "strong_open", "strong_close")
    return Hint.EMPHASIS if emphatic else None


def _is_wrapped_in(pieces: Sequence[Token], opening: str, closing: str) -> bool:
    """Whether all words stand inside one such mark (or several, one after the other)."""
    depth, inside = 0, False
    for piece in pieces:
        if piece.type == opening:
            depth += 1
            inside = True
        elif piece.type == closing:
            depth -= 1
        elif depth == 0 and piece.content.strip() and piece.type not in {"softbreak", "hardbreak", "html_inline"}:
            return False
    return inside


def _plain(pieces: Sequence[Token]) -> str:
    """The words of a paragraph without marks; a line feed where its source has a line break."""
    return "".join(_words(pieces))


def _words(pieces: Sequence[Token]) -> Iterator[str]:
    for piece in pieces:
        if piece.type in {"softbreak", "hardbreak"}:
            yield "\n"
        elif piece.type in {"text", "text_special", "code_inline"}:
            yield sanitize(piece.content).replace("\n", " " if piece.type != "text" else "\n")


def _joined(text: str) -> str:
    """The paragraph on one line if its breaks only come from a line width; lines of their own stay lines."""
    lines = [line.strip() for line in text.split("\n")]
    return " ".join(lines) if len(lines) > 1 and is_wrapped([len(line) for line in lines]) else "\n".join(lines)


def _captions(pieces: Sequence[Token]) -> Iterator[str]:
    for piece in pieces:
        if piece.type == "image":
            alt = _plain(piece.children or ()).replace("\n", " ").strip() or piece.content.strip()
            title = str(piece.attrs.get("title") or "").replace("\n", " ").strip()
            words = " ".join(dict.fromkeys(part for part in (alt, title) if part))
            if words:
                yield words
