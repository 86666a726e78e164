"""Files to articles: what is found on disk is read, decoded, made harmless, labelled line by line, and described."""
