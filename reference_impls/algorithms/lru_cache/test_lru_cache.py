"""The page agrees with a cache that remembers the time of every use and looks for the oldest one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reference_impls.algorithms.lru_cache.reference import LRUCache


class Slow:
    """By the definition, in O(n)."""

    def __init__(self, capacity: int) -> None:
        self.capacity, self.now = capacity, 0
        self.values: dict[int, int] = {}
        self.used: dict[int, int] = {}

    def get(self, key: int) -> int:
        self.now += 1
        if key in self.values:
            self.used[key] = self.now
        return self.values.get(key, -1)

    def put(self, key: int, value: int) -> None:
        self.now += 1
        self.values[key], self.used[key] = value, self.now
        if len(self.values) > self.capacity:
            oldest = min(self.values, key=self.used.__getitem__)
            del self.values[oldest], self.used[oldest]


@given(st.integers(1, 4), st.lists(st.tuples(st.integers(0, 5), st.none() | st.integers(0, 9)), max_size=40))
def test_the_page_agrees_with_the_definition(capacity: int, steps: list[tuple[int, int | None]]) -> None:
    cache, slow = LRUCache(capacity), Slow(capacity)
    for key, value in steps:
        if value is None:
            assert cache.get(key) == slow.get(key)
        else:
            cache.put(key, value)
            slow.put(key, value)
        assert len(cache.items) <= capacity
