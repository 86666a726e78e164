"""Text from outside made harmless for a terminal: the last step after every decoding, and again before every widget.

Escape sequences, control characters and bidirectional controls can move the cursor, run commands of the terminal or
show other words than are there. They are taken out, character by character, in one linear pass.
"""

from __future__ import annotations

import re

HOSTILE = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f"  # C0 without tab and line feed, and DEL
    "\x80-\x9f"  # C1: one-character escape sequences
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidirectional controls
    "\u2028\u2029"  # line and paragraph separators
    "\ufeff\ufff9-\ufffb"  # byte order mark inside text, interlinear annotation
    "\ud800-\udfff"  # lone surrogates, which no terminal encoding can carry
    "\U000e0000-\U000e007f"  # tag characters: invisible text
    "]"
)
"""Every character that a terminal might act on or that shows other words than are there."""

_SEQUENCE = re.compile(
    "(?:\x1b\\[|\x9b)[0-?]{0,64}[ -/]{0,8}[@-~]"  # CSI with its parameters
    "|\x1b[@-Z\\\\-_ -/0-~]"  # two-character escapes
)
_LINE_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_BLANKS = re.compile(r"\s+")

ONE_LINE_LIMIT = 200
"""Characters kept of a title or message: more than any screen shows on one line, little enough to lay out at once."""


def sanitize(text: str) -> str:
    """The text without anything that a terminal would act on. Every line break becomes a line feed; idempotent."""
    if is_harmless(text):
        return text
    text = _LINE_BREAKS.sub("\n", text)
    return HOSTILE.sub("", _SEQUENCE.sub("", text))


def is_harmless(text: str) -> bool:
    """Whether a text has nothing but line feeds, ordinary blanks and signs that are seen, which is quickly looked up.

    Whatever a terminal acts on is among what Python calls unprintable: controls, formats, surrogates and separators.
    """
    return text.replace("\n", " ").isprintable()


def one_line(text: str, limit: int = ONE_LINE_LIMIT) -> str:
    """The text sanitised, on one line, and cut to ``limit`` characters with an ellipsis."""
    folded = _BLANKS.sub(" ", sanitize(text[: limit * 20])).strip()
    return folded if len(folded) <= limit else folded[: limit - 1].rstrip() + "…"
