"""Events: which articles report the same happening. Pure: terms → weights → similarity → linking → title, day and ids."""
