"""One module a widget; a widget is given what it shows and posts messages about what the person wants."""
