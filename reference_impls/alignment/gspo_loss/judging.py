"""How answers to `gspo-loss` are judged."""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.alignment.gspo_loss.reference import gspo_loss
from reference_impls.problem import Case, Draw, Problem

FIXED = ("logp_old", "advantages", "mask")
"""No gradient is asked of what was stored with the rollout: a right answer may detach it."""

PREFIXES = torch.tensor(
    [[1, 1, 1, 1, 1, 1, 0], [1, 1, 0, 0, 0, 0, 0], [1, 1, 1, 1, 0, 0, 0], [1, 1, 1, 1, 1, 0, 0], [1, 0, 0, 0, 0, 0, 0]]
)
"""Answers of one to six tokens, padded."""

TURNS = torch.tensor([[0, 1, 1, 0, 1], [0, 0, 0, 1, 0], [1, 1, 1, 1, 1], [0, 0, 1, 1, 0]])
"""Answers after prompts, one of them in two turns, one without a prompt, one of a single token."""

Inputs = tuple[Tensor, Tensor, Tensor, Tensor]


def rollout(
    draw: Draw, mask: Tensor, low: float = 3e-4, high: float = 4e-4, sign: int = 0, spread: float = 0.05
) -> Inputs:
    """Sequences below, just inside and above the clip range in turn, advantages of alternating sign (or of this one).

    No sequence's ratio is at 1-ε_low or 1+ε_high, where the loss has a corner; its tokens' ratios differ.
    """
    B, T = mask.shape
    place = (torch.arange(B) // 2 + draw.integer(0, 2)) % 3 - 1  # -1 below, 0 inside, 1 above
    inside = (2 * draw.booleans(B).double() - 1) * draw.uniform(B, low=0.8, high=0.92).double()
    beyond = place * draw.uniform(B, low=1.4, high=2.4).double()
    moved = torch.where(place == 0, inside, beyond)
    target = (1 + torch.where(moved < 0, low, high) * moved).log()
    differences = spread * draw.normal(B, T).double()
    mean = (differences * mask).sum(dim=1) / mask.sum(dim=1)
    logp_old = draw.uniform(B, T, low=-4, high=-0.8).double()
    signs = torch.full((B,), sign) if sign else 1 - 2 * ((torch.arange(B) + draw.integer(0, 1)) % 2)
    sizes = torch.where(
        signs > 0, draw.uniform(B, low=1.0, high=2.0).double(), draw.uniform(B, low=0.2, high=0.45).double()
    )
    return (
        draw.floating(logp_old + differences + (target - mean)[:, None]),
        draw.floating(logp_old),
        draw.floating(signs * sizes),
        draw.floating(mask),
    )


def long_way(draw: Draw) -> Inputs:
    """Ratios of about 3 and 1/3 for the whole answer, under advantages of both signs."""
    moved = torch.tensor([1.1, -1.1, 1.2, -0.9], dtype=torch.float64)
    logp_old = draw.uniform(4, 3, low=-4, high=-1.5).double()
    logp = logp_old + moved[:, None] + 0.3 * draw.normal(4, 3).double()
    advantages = torch.tensor([1.0, -1.0, -1.0, 1.0]) * draw.uniform(4, low=0.5).double()
    return draw.floating(logp), draw.floating(logp_old), draw.floating(advantages), draw.floating(torch.ones(4, 3))


def unlikely(draw: Draw) -> Inputs:
    """Log-probabilities near -900, whose exponentials are 0 in any precision; all are multiples of 1/8, exact in float32."""
    logp_old = -900 - draw.integers(0, 64, 2, 3).double() / 8
    logp = logp_old + torch.tensor([[0.5, -0.25, 0.125], [0.5, -0.125, -0.5]])
    advantages = draw.floating([draw.real(0.5, 1.0), draw.real(-2.0, -1.5)])
    return draw.floating(logp), draw.floating(logp_old), advantages, draw.floating([[1, 1, 1], [1, 1, 0]])


def improbable(draw: Draw) -> Inputs:
    """Tokens near -60, so that a whole answer's probability is 0 in any precision, but not a mean token's."""
    logp_old = -60 - draw.integers(0, 64, 2, 15).double() / 8
    logp = logp_old + draw.integers(-4, 5, 2, 15).double() / 8
    advantages = draw.floating([draw.real(0.5, 1.0), draw.real(-2.0, -1.5)])
    return draw.floating(logp), draw.floating(logp_old), advantages, draw.floating(torch.ones(2, 15))


def cases(draw: Draw) -> Iterator[Case]:
    one = draw.floating([[-1.05]]), draw.floating([[-1.15]]), draw.uniform(1, low=-1.5, high=-0.5)
    yield Case("one token", (*one, draw.floating([[1]])), constant=FIXED)
    yield Case("one answer, wide range", (*rollout(draw, torch.ones(1, 6), 0.2, 0.28), 0.2, 0.28), constant=FIXED)
    wide = rollout(draw, PREFIXES, 0.2, 0.3, spread=0.5)
    yield Case("answers of different lengths, wide range", wide, {"clip_low": 0.2, "clip_high": 0.3}, constant=FIXED)
    yield Case("answers of different lengths", rollout(draw, PREFIXES), constant=FIXED)
    yield Case("prompts and several turns", rollout(draw, TURNS), constant=FIXED)
    wide = rollout(draw, TURNS, 0.3, 0.1, spread=0.5)
    yield Case("upper distance the smaller", (*wide, 0.3, 0.1), constant=FIXED)
    yield Case("upper distance alone given", rollout(draw, PREFIXES, 3e-4, 0.1), {"clip_high": 0.1}, constant=FIXED)
    yield Case("lower distance alone given", (*rollout(draw, TURNS, 0.1, 4e-4), 0.1), constant=FIXED)
    yield Case("good answers only", rollout(draw, PREFIXES, sign=1), constant=FIXED)
    yield Case("bad answers only", rollout(draw, PREFIXES, sign=-1), constant=FIXED)
    yield Case("as many answers as tokens", rollout(draw, PREFIXES[:, :5]), constant=FIXED)
    logp, _, advantages, mask = rollout(draw, PREFIXES)
    yield Case("the first step: the policy has not moved", (logp, logp.clone(), advantages, mask), constant=FIXED)
    logp, logp_old, advantages, mask = rollout(draw, TURNS)
    yield Case("some advantages are 0", (logp, logp_old, advantages * (torch.arange(4) > 1), mask), constant=FIXED)
    yield Case("ratios far below and above 1", long_way(draw), constant=FIXED)
    yield Case("long answers of low probability", (*improbable(draw), 0.7, 0.9), constant=FIXED)
    yield Case("log-probabilities near -900", (*unlikely(draw), 0.4, 0.7), constant=FIXED)


PROBLEM = Problem(id="gspo-loss", entries=(gspo_loss,), cases=cases)
