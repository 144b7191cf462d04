"""The cache beside a list of whole prefixes, and what a lookup promises."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reference_impls.serving.prefix_cache_lookup.reference import PrefixCache

TOKENS = st.lists(st.integers(0, 1), max_size=9)
CALLS = st.lists(st.tuples(st.booleans(), TOKENS), max_size=8)


class WholePrefixes:
    """Every known block is the list of all tokens up to its end; its id is its place."""

    def __init__(self, block_size: int) -> None:
        self.block_size, self.prefixes = block_size, list[list[int]]()

    def insert(self, tokens: list[int]) -> list[int]:
        ids = []
        for count in range(1, len(tokens) // self.block_size + 1):
            prefix = tokens[: count * self.block_size]
            if prefix not in self.prefixes:
                self.prefixes.append(prefix)
            ids.append(self.prefixes.index(prefix))
        return ids

    def lookup(self, tokens: list[int]) -> list[int]:
        """All prefixes of a known prefix are known, so the known ones are a run from the start."""
        known = [prefix for prefix in self.prefixes if len(prefix) < len(tokens) and prefix == tokens[: len(prefix)]]
        return [self.prefixes.index(prefix) for prefix in sorted(known, key=len)]


@given(block_size=st.integers(1, 4), calls=CALLS)
def test_ids_are_places_in_a_list_of_prefixes(block_size: int, calls: list[tuple[bool, list[int]]]) -> None:
    cache, naive = PrefixCache(block_size), WholePrefixes(block_size)
    for inserts, tokens in calls:
        if inserts:
            assert cache.insert(tokens) == naive.insert(tokens)
        else:
            assert cache.lookup(tokens) == naive.lookup(tokens)


@given(block_size=st.integers(1, 4), tokens=TOKENS, more=TOKENS)
def test_what_was_inserted_is_found(block_size: int, tokens: list[int], more: list[int]) -> None:
    """With a token behind, all full blocks are; without, those that leave one token."""
    cache = PrefixCache(block_size)
    ids = cache.insert(tokens)
    assert cache.insert(tokens) == ids
    assert cache.lookup([*tokens, 7]) == ids
    assert cache.lookup(tokens) == ids[: max(len(tokens) - 1, 0) // block_size]
    assert cache.lookup([7, *more]) == []
