"""Bookkeeping of a prefix cache (vLLM, Automatic prefix caching; Kwon et al. 2023, arXiv:2309.06180, section 4.4), no eviction.

    id of a block  =  table[ id of the block before it, its own tokens ]

Keys and values of a token depend on all tokens before it, so a block may be reused only after the very same prefix. The id of the
block before stands for that whole prefix: a key has block_size tokens however long the sequence is, and both methods are linear.
A prompt that is wholly cached still needs its last token computed, for the logits of the next one: lookup leaves one uncovered.

tokens: a list of ints. Returns: lists of block ids, which are 0, 1, 2, ... in the order of their first insertion.
"""

from collections.abc import Iterator


class PrefixCache:
    """Which blocks of `block_size` tokens are known, and after which prefix."""

    def __init__(self, block_size: int) -> None:
        self.block_size = block_size
        self.ids: dict[tuple[int, tuple[int, ...]], int] = {}  # (id of the block before, or -1; tokens) -> id

    def insert(self, tokens: list[int]) -> list[int]:
        """The ids of all full blocks, known or new."""
        path, parent = [], -1
        for block in self._blocks(tokens, len(tokens)):
            parent = self.ids.setdefault((parent, block), len(self.ids))
            path.append(parent)
        return path

    def lookup(self, tokens: list[int]) -> list[int]:
        """The ids of the longest known run from the start that leaves at least one token."""
        path, parent = [], -1
        for block in self._blocks(tokens, len(tokens) - 1):
            if (parent, block) not in self.ids:
                break
            parent = self.ids[parent, block]
            path.append(parent)
        return path

    def _blocks(self, tokens: list[int], end: int) -> Iterator[tuple[int, ...]]:
        """The full blocks among the first `end` tokens."""
        for stop in range(self.block_size, end + 1, self.block_size):
            yield tuple(tokens[stop - self.block_size : stop])
