"""The library on disk: one SQLite file. The worker writes it through ``store.store``, front ends read ``library``."""
