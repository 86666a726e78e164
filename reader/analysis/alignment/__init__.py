"""Which sentences of different articles say the same: text → stems → similarity → links → rows. Pure; numpy only."""
