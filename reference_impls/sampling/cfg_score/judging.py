"""How answers to `cfg-score` are judged."""

from collections.abc import Iterator

from reference_impls.problem import Case, Draw, Problem
from reference_impls.sampling.cfg_score.reference import cfg_score


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("two numbers", (draw.normal(1), draw.normal(1), 3.0))
    yield Case("a batch of vectors", (draw.normal(3, 4), draw.normal(3, 4), 2.5))
    yield Case("images", (draw.normal(2, 3, 4, 5), draw.normal(2, 3, 4, 5), 7.5))
    yield Case("w = 0", (draw.normal(2, 3), draw.normal(2, 3), 0.0))
    yield Case("w = 1", (draw.normal(2, 3), draw.normal(2, 3), 1.0))
    yield Case("w between 0 and 1", (draw.normal(3, 5), draw.normal(3, 5), 0.35))
    yield Case("negative w", (draw.normal(2, 6), draw.normal(2, 6), -1.5))
    yield Case("a whole number", (draw.normal(4, 2), draw.normal(4, 2), 4))
    yield Case("large scores", (draw.normal(2, 3, scale=100.0), draw.normal(2, 3, scale=100.0), 1.7))
    equal = draw.normal(3, 2)
    yield Case("equal scores", (equal, equal.clone(), 5.0))
    yield Case("by name", (), {"w": 2.0, "score_u": draw.normal(2, 2), "score_c": draw.normal(2, 2)})


PROBLEM = Problem(id="cfg-score", entries=(cfg_score,), cases=cases)
