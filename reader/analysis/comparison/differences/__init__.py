"""Differences between sources, one module for each kind. Each is a pure function from what was compared.

A kind stands here only once it is right in two of three cases on events it was not made for.
"""
