"""Figures of several sources side by side: what each is about, which agree, and which cannot both be true."""
