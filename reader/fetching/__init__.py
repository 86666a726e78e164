"""Asking servers for feeds and pages: what may be asked, how it is asked, and what an answer means for a source."""
