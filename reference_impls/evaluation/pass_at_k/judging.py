"""How answers to `pass-at-k` are judged."""

from collections.abc import Iterator

import torch

from reference_impls.evaluation.pass_at_k.reference import pass_at_k
from reference_impls.problem import Case, Draw, Problem, Scenario, sweep


def few_samples(draw: Draw) -> tuple[int, int, int]:
    n = draw.integer(1, 12)
    return n, draw.integer(0, n), draw.integer(1, n)


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    """No tiny answers, which are what is left of 1 where a product is taken from it."""
    yield Case("a single sample that fails", (1, 0, 1))
    yield Case("a single sample that passes", (1, 1, 1))
    yield Case("k = 1: the share", (draw.integer(6, 9), 2, 1))
    yield Case("two of ten, k = 3", (10, 2, 3))
    yield Case("more pass than are drawn", (draw.integer(11, 13), 5, 3))
    yield Case("none passes", (draw.integer(5, 9), 0, 3))
    yield Case("all pass", (draw.integer(5, 9), 5, 2))
    yield Case("exactly k are wrong", (8, 5, 3))
    yield Case("fewer than k are wrong", (9, 6, 4))
    yield Case("all are drawn, one passes", (draw.integer(5, 9), 1, 5))
    yield Case("all n are drawn, none passes", (7, 0, 7))
    yield Case("200 samples, k = 10", (200, draw.integer(12, 20), 10))
    yield Case("200 samples, k = 100", (200, draw.integer(2, 4), 100))
    yield Case("10,000 samples, k = 100", (10_000, draw.integer(50, 90), 100))
    yield Case("10,000 samples, half of them drawn", (10_000, draw.integer(2, 4), 5_000))
    yield Case("10,000 samples, half of them pass", (10_000, 5_000, draw.integer(1, 3)))
    yield Case("10,000 samples, one drawn, most pass", (10_000, draw.integer(7_000, 9_000), 1))
    yield Case("10,000 samples, fewer wrong than drawn", (10_000, 9_000, 2_000))
    yield Case("10,000 samples that all pass", (10_000, 10_000, 5_000))
    yield Case("10,000 samples, none passes", (10_000, 0, 4_000))
    yield sweep("pass_at_k", few_samples)


PROBLEM = Problem(
    id="pass-at-k",
    entries=(pass_at_k,),
    cases=cases,
    dtypes=(torch.float32,),
    grad=False,
)
