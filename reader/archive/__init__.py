"""Many inputs mapped to the shards of an archive, on all cores of a machine or on a cluster."""
