"""Which mentions are the same person, organisation, place or group: in an article, an event and the library.

Nothing is guessed: a name is linked by a rule that can be shown, or it stays by itself. String similarity alone never
links (Jaro-Winkler: F1 .52 on pairs of names; typed rules like these: .97).
"""

from reader.analysis.aliases.cluster import cluster_mentions
from reader.analysis.aliases.keys import alias_key
from reader.analysis.aliases.records import Cluster, Resolution, ResolvedEntity
from reader.analysis.aliases.resolve import lookup_keys, resolve

__all__ = ["Cluster", "Resolution", "ResolvedEntity", "alias_key", "cluster_mentions", "lookup_keys", "resolve"]
