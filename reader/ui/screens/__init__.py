"""One module a screen; a screen asks the library and hands what it got down to its widgets."""
