"""How answers to `mae-masking` are judged."""

from collections.abc import Iterator

from torch import Tensor

from reference_impls.problem import Case, Draw, Problem
from reference_impls.self_supervision.mae_masking.reference import random_masking


def patches(draw: Draw, B: int, L: int, D: int) -> Tensor:
    return draw.normal(B, L, D)


def noise(draw: Draw, B: int, L: int) -> Tensor:
    """Noise in [0, 1) without ties: two values of a sample are at least 0.2 / L apart."""
    ranks = draw.floating([draw.permutation(L) for _ in range(B)]).double()
    return draw.floating((ranks + draw.uniform(B, L, high=0.8).double()) / L)


def masking(draw: Draw, B: int, L: int, D: int, ratio: float) -> tuple[Tensor, float, Tensor]:
    return patches(draw, B, L, D), ratio, noise(draw, B, L)


def cases(draw: Draw) -> Iterator[Case]:
    """No L * ratio is a half or near one: there right answers differ."""
    constant = ("noise",)
    yield Case("one sample, two of four patches", masking(draw, 1, 4, 2, 0.5), constant=constant)
    yield Case("one sample, three of five patches removed", masking(draw, 1, 5, 1, 0.6), constant=constant)
    yield Case("three samples, three quarters", masking(draw, 3, 8, 2, 0.75), constant=constant)
    yield Case("rounded up", masking(draw, 2, 9, 3, 0.75), constant=constant)
    yield Case("rounded down", masking(draw, 2, 7, 3, 0.75), constant=constant)
    yield Case("a tenth of ten kept", masking(draw, 2, 10, 4, 0.9), constant=constant)
    yield Case("a small ratio", masking(draw, 3, 11, 2, 0.2), constant=constant)
    yield Case("nothing removed", masking(draw, 2, 6, 3, 0.0), constant=constant)
    yield Case("almost nothing, rounded to nothing", masking(draw, 2, 5, 3, 0.04), constant=constant)
    yield Case("one patch", masking(draw, 3, 1, 2, 0.3), constant=constant)
    yield Case("as many samples as patches", masking(draw, 6, 6, 6, 0.5), constant=constant)


PROBLEM = Problem(
    id="mae-masking",
    entries=(random_masking,),
    cases=cases,
)
