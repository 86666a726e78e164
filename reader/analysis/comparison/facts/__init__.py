"""Facts that are no figures: who took part in what happened, when and where, as each source says it."""
