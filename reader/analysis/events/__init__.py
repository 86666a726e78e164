"""Events: which articles report the same happening. Pure: terms, weights, similarity, linking, then title and day."""
