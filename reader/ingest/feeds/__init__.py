"""Feeds: RSS, Atom and RDF by feedparser, JSON Feed by our own reader, lists of feeds, and feeds that a page names."""
