"""Records turned into what leaves Reader: JSON for scripts, text for people. Pure: records in, text out."""
