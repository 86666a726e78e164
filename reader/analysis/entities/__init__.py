"""Names of people, organisations, places and groups: our own layer over a tagger's raw spans. Entrance: ``find``."""
