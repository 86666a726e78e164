"""The forms in which articles arrive: one small module each, and one line in ``forms.table``."""
