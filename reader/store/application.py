"""What tells a library from any other SQLite database."""

from typing import Final

APPLICATION_ID: Final = 0x52656144
"""``application_id`` of the file ("ReaD")."""
