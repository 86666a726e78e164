"""The five views of a comparison: a record in, a page of blocks out. Pure; the screen lays the pages out."""
