"""Who did what to whom, and when: sentences parsed into clauses, for the articles that are compared."""
