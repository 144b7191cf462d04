"""How answers to `ppo-loss` are judged."""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.alignment.ppo_loss.reference import ppo_loss
from reference_impls.problem import Case, Draw, Problem

ROLLOUT_IS_FIXED = ("logp_old", "advantages")
"""No gradient is asked of what was stored with the rollout: a right answer may detach it."""

Rollout = tuple[Tensor, Tensor, Tensor]


def rollout(draw: Draw, clip: float, *shape: int) -> Rollout:
    """Actions below, inside and above the clip range, in turn, each with advantages of both signs.

    No ratio is near 1-ε or 1+ε, where the loss has a corner.
    """
    count = torch.Size(shape).numel()
    place = torch.arange(count) % 3 - 1  # -1 below, 0 inside, 1 above
    inside = draw.uniform(count, low=-0.7, high=0.7).double()
    beyond = draw.uniform(count, low=1.4, high=3.0).double()
    ratio = 1 + clip * torch.where(place == 0, inside, place * beyond)
    sign = 1 - 2 * (torch.arange(count) // 3 % 2)
    advantages = sign * draw.uniform(count, low=0.3, high=2.0).double()
    order = torch.tensor(draw.permutation(count))
    logp_old = draw.uniform(count, low=-4, high=-0.5).double()
    logp = logp_old + ratio.log()
    logp, logp_old, advantages = (values[order].reshape(shape) for values in (logp, logp_old, advantages))
    return draw.floating(logp), draw.floating(logp_old), draw.floating(advantages)


def one_sided(draw: Draw, sign: int) -> Rollout:
    """A rollout whose advantages all have this sign."""
    logp, logp_old, advantages = rollout(draw, 0.2, 9)
    return logp, logp_old, sign * advantages.abs()


def long_way(draw: Draw) -> Rollout:
    """Ratios of about 5 and 50, and as far below 1, with advantages of both signs."""
    logp_old = draw.uniform(8, low=-9, high=-5)
    moved = torch.tensor([4.0, -4.0, 4.0, -4.0, 1.6, -1.6, 1.6, -1.6]) + draw.uniform(8, low=-0.1, high=0.1).double()
    sign = torch.tensor([1, 1, -1, -1, 1, 1, -1, -1])
    return draw.floating(logp_old.double() + moved), logp_old, draw.floating(sign * draw.uniform(8, low=0.5).double())


def whole_answers(draw: Draw) -> Rollout:
    """Log-probabilities near -900, whose exponentials are 0 in any precision; all are multiples of 1/64, exact in float32."""
    logp_old = -900 - draw.integers(0, 64, 6) / 8
    moved = torch.tensor([0.5, 0.5, -0.5, -0.5, 0.125, -0.125])
    sign = torch.tensor([1, -1, 1, -1, -1, 1])
    return (
        draw.floating(logp_old + moved),
        draw.floating(logp_old),
        draw.floating(sign * draw.uniform(6, low=0.5).double()),
    )


def cases(draw: Draw) -> Iterator[Case]:
    one = draw.floating([-1.05]), draw.floating([-1.15]), draw.uniform(1, low=0.5, high=2.0)
    yield Case("one action inside the range", one, constant=ROLLOUT_IS_FIXED)
    yield Case("both sides of the range, both signs", rollout(draw, 0.2, 12), constant=ROLLOUT_IS_FIXED)
    yield Case("narrow range", (*rollout(draw, 0.05, 18), 0.05), constant=ROLLOUT_IS_FIXED)
    yield Case("wide range", rollout(draw, 0.3, 15), {"clip": 0.3}, constant=ROLLOUT_IS_FIXED)
    yield Case("tokens of several answers", rollout(draw, 0.2, 4, 7), constant=ROLLOUT_IS_FIXED)
    yield Case("good actions only", one_sided(draw, 1), constant=ROLLOUT_IS_FIXED)
    yield Case("bad actions only", one_sided(draw, -1), constant=ROLLOUT_IS_FIXED)
    logp = draw.uniform(6, low=-3, high=-0.5)
    yield Case("the policy has not moved", (logp, logp.clone(), draw.normal(6)), constant=ROLLOUT_IS_FIXED)
    logp, logp_old, advantages = rollout(draw, 0.2, 12)
    some = advantages * (torch.arange(12) % 3 > 0)
    yield Case("some advantages are 0", (logp, logp_old, some), constant=ROLLOUT_IS_FIXED)
    yield Case("ratios far below and above 1", long_way(draw), constant=ROLLOUT_IS_FIXED)
    yield Case("log-probabilities near -900", whole_answers(draw), constant=ROLLOUT_IS_FIXED)


PROBLEM = Problem(
    id="ppo-loss",
    entries=(ppo_loss,),
    cases=cases,
)
