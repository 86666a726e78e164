"""Ingest, analysis and store joined: what the worker process does, step by step. Only here do the three meet."""
