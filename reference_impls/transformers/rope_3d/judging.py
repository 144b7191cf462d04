"""How answers to `rope-3d` are judged."""

from collections.abc import Iterator

from reference_impls.problem import FLOAT32_EVERYWHERE, Case, Draw, Problem
from reference_impls.transformers.rope_3d.reference import rope_3d


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("two frames of two rows and three columns", (draw.normal(1, 12, 6), 2, 2, 3, (2, 2, 2)))
    yield Case("groups of different widths", (draw.normal(2, 12, 12), 3, 2, 2, (2, 4, 6)))
    yield Case("widest group in time", (draw.normal(2, 12, 14), 2, 3, 2, (8, 2, 4)))
    yield Case("one frame", (draw.normal(2, 6, 10), 1, 2, 3, (2, 4, 4)))
    yield Case("one row", (draw.normal(2, 6, 10), 3, 1, 2, (4, 4, 2)))
    yield Case("one column", (draw.normal(2, 6, 10), 2, 3, 1, (4, 2, 4)))
    yield Case("a cube", (draw.normal(1, 8, 12), 2, 2, 2, (4, 4, 4)))
    yield Case("one token", (draw.normal(3, 1, 8), 1, 1, 1, (2, 2, 4)))
    yield Case("another base", (draw.normal(2, 24, 16), 4, 3, 2, (4, 6, 6), 50.0))
    yield Case("another base by name", (draw.normal(2, 24, 16), 2, 3, 4, (4, 8, 4)), {"theta": 300.0})
    yield Case("many frames", (draw.normal(1, 28, 12), 14, 1, 2, (6, 2, 4)))
    yield Case("wide frames", (draw.normal(1, 30, 12), 2, 1, 15, (2, 6, 4)))
    yield Case("tall frames", (draw.normal(1, 26, 12), 1, 13, 2, (2, 4, 6)))


PROBLEM = Problem(id="rope-3d", entries=(rope_3d,), cases=cases, tolerances=FLOAT32_EVERYWHERE)
