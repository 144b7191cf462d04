"""How answers to `paged-kv-lookup` are judged."""

from collections.abc import Iterator

from reference_impls.problem import Case, Draw, Problem
from reference_impls.serving.paged_kv_lookup.reference import gather_paged


def table(draw: Draw, n_blocks: int, count: int) -> list[int]:
    """`count` different ids, neither rising nor falling: the largest, the smallest, then any order."""
    ids = draw.permutation(n_blocks)[:count]
    low, high = min(ids), max(ids)
    return [high, low, *(each for each in ids if each not in (low, high))]


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one block and a half", (draw.normal(3, 2, 1), [2, 0], 3))
    yield Case("the last block is partly full", (draw.normal(7, 4, 3), table(draw, 7, 3), 10))
    yield Case("the last block is full", (draw.normal(6, 3, 5), table(draw, 6, 4), 12))
    yield Case("a single entry", (draw.normal(5, 3, 2), table(draw, 5, 3)[:1], 1))
    yield Case("more blocks than are needed", (draw.normal(8, 3, 2), table(draw, 8, 5), 7))
    yield Case("padding of -1", (draw.normal(6, 4, 3), [*table(draw, 6, 3), -1, -1], 11))
    yield Case("padding that is no block of the pool", (draw.normal(6, 4, 3), [*table(draw, 6, 3), 999], 12))
    yield Case("one block too few", (draw.normal(6, 3, 4), table(draw, 6, 3), 10), raises=("ValueError",))
    yield Case("length 0 and an empty table", (draw.normal(4, 3, 2), [], 0))
    yield Case("length 0", (draw.normal(4, 3, 2), [3, 1], 0))
    yield Case("length 0, blocks of one token", (draw.normal(5, 1, 3), table(draw, 5, 3), 0))
    yield Case("an empty table is too short", (draw.normal(4, 3, 2), [], 1), raises=("ValueError",))
    yield Case("several blocks too few", (draw.normal(6, 2, 4), [5, 0], 9), raises=("ValueError",))
    yield Case("longer than the pool", (draw.normal(4, 2, 3), table(draw, 4, 4), 9), raises=("ValueError",))
    yield Case("blocks of one slot", (draw.normal(6, 1, 4), table(draw, 6, 5), 5))
    yield Case("fewer blocks than slots", (draw.normal(4, 8, 2), table(draw, 4, 3), 19))
    yield Case("all of the pool", (draw.normal(5, 3, 4), table(draw, 5, 5), 15))


PROBLEM = Problem(
    id="paged-kv-lookup",
    entries=(gather_paged,),
    cases=cases,
)
