"""Quotations of an article: where they stand, who said them, and whether two are one utterance."""

from reader.analysis.quotes.find import find_quotations
from reader.analysis.quotes.utterances import same_utterance

__all__ = ["find_quotations", "same_utterance"]
