"""Quotations of several sources side by side: which are versions of one utterance."""
