"""Dates of several sources side by side: which of them cannot both be the day of one thing."""
