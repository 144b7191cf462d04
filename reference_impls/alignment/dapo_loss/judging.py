"""How answers to `dapo-loss` are judged."""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.alignment.dapo_loss.reference import dapo_loss
from reference_impls.problem import Case, Draw, Problem

FIXED = ("logp_old", "advantages", "mask")
"""No gradient is asked of what was stored with the rollout: a right answer may detach it."""

PREFIXES = torch.tensor([[1, 1, 1, 1, 1, 1, 0], [1, 1, 0, 0, 0, 0, 0], [1, 1, 1, 1, 0, 0, 0]])
"""Answers of six, two and four tokens, padded."""

TURNS = torch.tensor([[0, 1, 1, 0, 1], [0, 0, 0, 1, 0], [1, 1, 1, 1, 1], [0, 0, 1, 1, 0]])
"""Answers after prompts, one of them in two turns, one without a prompt, one of a single token."""

FILTERED = torch.tensor([[1, 1, 1, 0, 0, 0], [0, 0, 0, 0, 0, 0], [1, 1, 1, 1, 1, 0], [0, 0, 0, 0, 0, 0]])
"""The second and the fourth answer were too long, and are masked out."""

Inputs = tuple[Tensor, Tensor, Tensor, Tensor]


def rollout(draw: Draw, mask: Tensor, low: float = 0.2, high: float = 0.28, sign: int = 0) -> Inputs:
    """Tokens below, inside and above the clip range in turn, advantages of alternating sign (or of this one).

    No ratio is near 1-ε_low or 1+ε_high, where the loss has a corner.
    """
    B, T = mask.shape
    place = torch.arange(B * T).reshape(B, T) % 3 - 1  # -1 below, 0 inside, 1 above
    inside = draw.uniform(B, T, low=-0.7, high=0.7).double()
    beyond = draw.uniform(B, T, low=1.4, high=2.4).double()
    moved = torch.where(place == 0, inside, place * beyond)
    ratio = 1 + torch.where(moved < 0, low, high) * moved
    logp_old = draw.uniform(B, T, low=-4, high=-0.8).double()
    signs = torch.full((B,), sign) if sign else 1 - 2 * ((torch.arange(B) + draw.integer(0, 1)) % 2)
    advantages = signs * draw.uniform(B, low=0.4, high=1.8).double()
    return (
        draw.floating(logp_old + ratio.log()),
        draw.floating(logp_old),
        draw.floating(advantages),
        draw.floating(mask),
    )


def long_way(draw: Draw) -> Inputs:
    """Ratios of about 5 and 50, and as far below 1, under advantages of both signs."""
    _, logp_old, _, mask = rollout(draw, torch.ones(4, 3))
    moved = torch.tensor([[4.0, -1.6, 0.1], [1.6, -4.0, -0.1], [-1.6, 4.0, 0.05], [1.6, -4.0, 4.0]])
    logp = logp_old.double() + moved + draw.uniform(4, 3, low=-0.04, high=0.04).double()
    signs = torch.tensor([1.0, -1.0, -1.0, 1.0])
    return draw.floating(logp), logp_old, draw.floating(signs * draw.uniform(4, low=0.5).double()), mask


def unlikely(draw: Draw) -> Inputs:
    """Log-probabilities near -900, whose exponentials are 0 in any precision; all are multiples of 1/8, exact in float32."""
    logp_old = -900 - draw.integers(0, 64, 2, 3).double() / 8
    logp = logp_old + torch.tensor([[0.5, -0.5, 0.125], [0.5, -0.125, -0.5]])
    advantages = draw.floating([draw.real(0.5, 1.0), draw.real(-1.0, -0.5)])
    return draw.floating(logp), draw.floating(logp_old), advantages, draw.floating([[1, 1, 1], [1, 1, 0]])


def cases(draw: Draw) -> Iterator[Case]:
    one = draw.floating([[-1.05]]), draw.floating([[-1.15]]), draw.uniform(1, low=0.5, high=1.5)
    yield Case("one token", (*one, draw.floating([[1]])), constant=FIXED)
    yield Case("one answer", rollout(draw, torch.ones(1, 6)), constant=FIXED)
    yield Case("answers of different lengths", rollout(draw, PREFIXES), constant=FIXED)
    yield Case("prompts and several turns", rollout(draw, TURNS), constant=FIXED)
    yield Case("answers that are masked out", rollout(draw, FILTERED), constant=FIXED)
    only = torch.zeros(3, 4)
    only[1, 2] = 1
    yield Case("one token of a batch", rollout(draw, only), constant=FIXED)
    yield Case("narrow range", (*rollout(draw, PREFIXES, 0.05, 0.1), 0.05, 0.1), constant=FIXED)
    yield Case("wide range", rollout(draw, TURNS, 0.3, 0.5), {"clip_high": 0.5, "clip_low": 0.3}, constant=FIXED)
    yield Case("upper distance the smaller", (*rollout(draw, PREFIXES, 0.4, 0.1), 0.4, 0.1), constant=FIXED)
    yield Case("upper distance alone given", rollout(draw, TURNS, 0.2, 0.6), {"clip_high": 0.6}, constant=FIXED)
    yield Case("lower distance alone given", (*rollout(draw, TURNS, 0.1, 0.28), 0.1), constant=FIXED)
    yield Case("good answers only", rollout(draw, PREFIXES, sign=1), constant=FIXED)
    yield Case("bad answers only", rollout(draw, TURNS, sign=-1), constant=FIXED)
    square = torch.cat([PREFIXES[:, :4], TURNS[:1, :4]])
    yield Case("as many answers as tokens", rollout(draw, square), constant=FIXED)
    logp, _, advantages, mask = rollout(draw, PREFIXES)
    yield Case("the first step: the policy has not moved", (logp, logp.clone(), advantages, mask), constant=FIXED)
    logp, logp_old, advantages, mask = rollout(draw, TURNS)
    some = advantages * (torch.arange(4) > 1)
    yield Case("some advantages are 0", (logp, logp_old, some, mask), constant=FIXED)
    yield Case("ratios far below and above 1", long_way(draw), constant=FIXED)
    yield Case("log-probabilities near -900", unlikely(draw), constant=FIXED)


PROBLEM = Problem(
    id="dapo-loss",
    entries=(dapo_loss,),
    cases=cases,
)
