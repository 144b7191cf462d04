"""Least-recently-used cache: a dictionary that remembers an order (LeetCode 146; Python documentation, collections.OrderedDict).

Oldest use first, latest use last. A hash table finds a key, and the doubly linked list that runs through its entries takes one
out of the middle: `move_to_end` and `popitem` are O(1). A plain list would search for the key, which is O(n).

get(key) -> the value, or -1 if the key is absent. put(key, value) inserts or overwrites. Both count as a use of a key that is
there. capacity >= 1; keys and values are ints >= 0.
"""

from collections import OrderedDict


class LRUCache:
    """At most `capacity` keys, of which the one that was used longest ago goes first."""

    def __init__(self, capacity: int) -> None:
        self.capacity = capacity
        self.items: OrderedDict[int, int] = OrderedDict()  # key -> value, oldest use first

    def get(self, key: int) -> int:
        """The value, which is used now, or -1."""
        if key not in self.items:
            return -1
        self.items.move_to_end(key)
        return self.items[key]

    def put(self, key: int, value: int) -> None:
        """Insert or overwrite; evict the oldest key if there is one too many."""
        self.items[key] = value
        self.items.move_to_end(key)
        if len(self.items) > self.capacity:
            self.items.popitem(last=False)
