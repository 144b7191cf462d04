"""How answers to `rope-2d` are judged."""

from collections.abc import Iterator

from reference_impls.problem import FLOAT32_EVERYWHERE, Case, Draw, Problem
from reference_impls.transformers.rope_2d.reference import rope_2d


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("two rows of three, one pair for each axis", (draw.normal(1, 6, 4), 2, 3))
    yield Case("batch", (draw.normal(2, 6, 8), 3, 2))
    yield Case("one row", (draw.normal(2, 5, 8), 1, 5))
    yield Case("one column", (draw.normal(2, 5, 8), 5, 1))
    yield Case("one cell", (draw.normal(3, 1, 4), 1, 1))
    yield Case("a square", (draw.normal(2, 9, 12), 3, 3))
    yield Case("another base", (draw.normal(2, 8, 16), 2, 4, 50.0))
    yield Case("another base by name", (draw.normal(2, 12, 8), 4, 3), {"theta": 300.0})
    yield Case("a wide grid", (draw.normal(2, 42, 16), 3, 14))
    yield Case("a tall grid", (draw.normal(1, 34, 20), 17, 2))
    yield Case("as many cells as channels and samples", (draw.normal(8, 8, 8), 2, 4))
    yield Case("three pairs for each axis", (draw.normal(3, 10, 12), 5, 2))


PROBLEM = Problem(id="rope-2d", entries=(rope_2d,), cases=cases, tolerances=FLOAT32_EVERYWHERE)
