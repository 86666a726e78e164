"""The Parquet shards of an archive: one row for each article or refused input."""
