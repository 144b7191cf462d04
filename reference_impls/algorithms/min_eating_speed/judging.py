"""How answers to `min-eating-speed` are judged."""

from collections.abc import Iterator

import torch

from reference_impls.algorithms.min_eating_speed.reference import min_eating_speed
from reference_impls.problem import Case, Draw, Problem, Scenario, sweep


def random_piles(draw: Draw, n: int, most: int) -> list[int]:
    """Piles of 1 to `most`."""
    return draw.integers(1, most + 1, n).tolist()


def few_bananas(draw: Draw) -> tuple[list[int], int]:
    piles = random_piles(draw, draw.integer(1, 5), 12)
    return piles, len(piles) + draw.integer(0, 12)


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    """Small enough for a search from 1 upwards: the spec names no complexity."""
    a = draw.integer(5, 20)
    yield Case("one pile in one hour", ([a], 1))
    yield Case("one pile, divided evenly", ([6 * a], 6))
    yield Case("one pile, with a rest", ([4 * a + 1], 4))
    yield Case("one banana in many hours", ([1], a))
    yield Case("speed 1 in exactly the time", ([a, 3, a + 2], 2 * a + 5))
    yield Case("more time than bananas", ([a, a + 7, 4], 5 * a + 90))
    yield Case("one hour short of speed 1", ([a, 3, a + 2], 2 * a + 4))
    yield Case("as many hours as piles", ([3, a + 9, a, 11 * a, 2], 5))
    yield Case("one hour more than piles", ([3, a + 9, a, 11 * a, 2], 6))
    yield Case("equal piles", ([4 * a] * 3, 12))
    yield Case("one large pile among small ones", ([1, 2, 40 * a + 1, 1, 3], 9))
    fast = 200_000 + a
    yield Case("one banana too many for a speed of 200,000", ([7 * fast + 1], 7))
    yield Case("divided evenly by the answer", ([3 * a, 7 * a, 11 * a, a], 22))
    yield Case("an hour that the rests cost", ([2 * a + 1, 2 * a + 1, 2 * a + 1], 7))
    yield Case("just above 3 would do, 3 does not", ([37, 6], 14))
    yield sweep("min_eating_speed", few_bananas)
    piles = random_piles(draw, 30, 400)
    yield Case("thirty piles, little time", (piles, 30 + draw.integer(1, 8)))
    yield Case("thirty piles, much time", (piles, draw.integer(200, 900)))
    yield Case("hundreds of thousands", ([*random_piles(draw, 3, 100), 200_000 + draw.integer(1, 90_000)], 7))


PROBLEM = Problem(
    id="min-eating-speed",
    entries=(min_eating_speed,),
    cases=cases,
    grad=False,
    dtypes=(torch.float32,),
)
