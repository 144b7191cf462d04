"""How answers to `reward-model-loss` are judged."""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.alignment.reward_model_loss.reference import reward_model_loss
from reference_impls.problem import Case, Draw, Problem

Pairs = tuple[Tensor, Tensor]


def pairs(draw: Draw, count: int, shift: float = 0.0, scale: float = 1.5) -> Pairs:
    """Rewards around 1 whose chosen answers are this much better."""
    return draw.normal(count, mean=1 + shift, scale=scale), draw.normal(count, mean=1.0, scale=scale)


def margins(draw: Draw, values: list[float]) -> Pairs:
    """Pairs with these margins, in a random order, exact in float32."""
    margin = torch.tensor(values, dtype=torch.float64)[draw.permutation(len(values))]
    rejected = draw.integers(-8, 8, len(values)).double() / 4
    return draw.floating(rejected + margin), draw.floating(rejected)


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one pair in the right order", margins(draw, [0.75]))
    yield Case("one pair in the wrong order", margins(draw, [-1.25]))
    yield Case("several pairs", pairs(draw, 5))
    yield Case("most pairs right", pairs(draw, 7, 2.0))
    yield Case("most pairs wrong", pairs(draw, 6, -2.0))
    rewards = draw.normal(3, scale=2.0)
    # where training starts; the kinks of max(-x, 0) + log1p(exp(-|x|)) cancel in its value there, not in its gradient
    yield Case("equal rewards: log 2", (rewards, rewards.clone()))
    yield Case("rewards far from 0", tuple(draw.floating(r.double() + 100) for r in pairs(draw, 8)))
    yield Case("margins of a few units", margins(draw, [3.5, -4.0, 6.0, -7.5]))
    yield Case("all pairs clearly right", margins(draw, [2.5, 4.0, 3.0, 5.5]))
    yield Case("margins near -20", margins(draw, [-18.5, -21.0, -23.25, 2.0]))
    yield Case("margins of some tens", margins(draw, [-14.0, 15.0, -28.0, -43.0, 40.0, -65.0]))
    yield Case("margins near 100", margins(draw, [-87.5, 88.5, -96.0, 120.0, -150.0]))
    yield Case("margins near 1e4, the worst at -1e4", margins(draw, [1e4, -1e4, -9000.0]))
    yield Case("margins near 1e4 in the right order", margins(draw, [1e4, 9000.0, 0.5]))
    large = draw.floating([6000.0, -5000.0, 4096.0, -4064.0]), draw.floating([-4000.0, 5000.0, 4000.0, -4000.0])
    yield Case("rewards of thousands", large)


PROBLEM = Problem(
    id="reward-model-loss",
    entries=(reward_model_loss,),
    cases=cases,
)
