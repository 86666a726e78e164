"""The frozen records that the layers exchange. Offsets are Python string indices into an article's unchanged text."""
