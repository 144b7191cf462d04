"""How answers to `grpo-loss` are judged."""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.alignment.grpo_loss.reference import grpo_loss
from reference_impls.problem import Case, Draw, Problem

FIXED = ("logp_old", "logp_ref", "advantages", "mask")
"""No gradient is asked of what was stored with the rollout, nor of the reference: a right answer may detach them."""

PREFIXES = torch.tensor([[1, 1, 1, 1, 1, 1, 0], [1, 1, 0, 0, 0, 0, 0], [1, 1, 1, 1, 0, 0, 0]])
"""Answers of six, two and four tokens, padded."""

TURNS = torch.tensor([[0, 1, 1, 0, 1], [0, 0, 0, 1, 0], [1, 1, 1, 1, 1], [0, 0, 1, 1, 0]])
"""Answers after prompts, one of them in two turns, one without a prompt, one of a single token."""

Inputs = tuple[Tensor, Tensor, Tensor, Tensor, Tensor]


def rollout(draw: Draw, mask: Tensor, clip: float = 0.2, sign: int = 0, apart: float = 0.8) -> Inputs:
    """Tokens below, inside and above the clip range in turn, advantages of alternating sign (or of this one).

    No ratio is near 1-ε or 1+ε, where the loss has a corner. The reference is this far from the policy, both ways.
    """
    B, T = mask.shape
    place = torch.arange(B * T).reshape(B, T) % 3 - 1  # -1 below, 0 inside, 1 above
    inside = draw.uniform(B, T, low=-0.7, high=0.7).double()
    beyond = draw.uniform(B, T, low=1.4, high=3.0).double()
    ratio = 1 + clip * torch.where(place == 0, inside, place * beyond)
    logp_old = draw.uniform(B, T, low=-4, high=-0.8).double()
    logp = logp_old + ratio.log()
    logp_ref = logp + draw.uniform(B, T, low=-apart, high=apart).double()
    signs = torch.full((B,), sign) if sign else 1 - 2 * ((torch.arange(B) + draw.integer(0, 1)) % 2)
    advantages = signs * draw.uniform(B, low=0.4, high=1.8).double()
    return (
        draw.floating(logp),
        draw.floating(logp_old),
        draw.floating(logp_ref),
        draw.floating(advantages),
        draw.floating(mask),
    )


def long_way(draw: Draw) -> Inputs:
    """Ratios of about 5 and 50, and as far below 1, under advantages of both signs."""
    _, logp_old, _, _, mask = rollout(draw, torch.ones(4, 3))
    moved = torch.tensor([[4.0, -1.6, 0.1], [1.6, -4.0, -0.1], [-1.6, 4.0, 0.05], [1.6, -4.0, 4.0]])
    logp = logp_old.double() + moved + draw.uniform(4, 3, low=-0.04, high=0.04).double()
    signs = torch.tensor([1.0, -1.0, -1.0, 1.0])
    advantages = draw.floating(signs * draw.uniform(4, low=0.5).double())
    logp_ref = draw.floating(logp + draw.uniform(4, 3, low=-0.5, high=0.5).double())
    return draw.floating(logp), logp_old, logp_ref, advantages, mask


def far_reference(draw: Draw, d: list[list[float]]) -> Inputs:
    """The reference's log-probabilities are this far above the policy's."""
    logp, logp_old, _, advantages, mask = rollout(draw, torch.ones(len(d), len(d[0])))
    return logp, logp_old, draw.floating(logp.double() + torch.tensor(d)), advantages, mask


def unlikely(draw: Draw) -> Inputs:
    """Log-probabilities near -900, whose exponentials are 0 in any precision; all are multiples of 1/64, exact in float32."""
    logp_old = -900 - draw.integers(0, 64, 2, 3).double() / 8
    logp = logp_old + torch.tensor([[0.5, -0.5, 0.125], [0.5, -0.125, -0.5]])
    logp_ref = logp + torch.tensor([[0.25, -0.75, 0.5], [1.0, -0.25, -0.5]])
    advantages = draw.floating([draw.real(0.5, 1.0), draw.real(-1.0, -0.5)])
    return (
        draw.floating(logp),
        draw.floating(logp_old),
        draw.floating(logp_ref),
        advantages,
        draw.floating([[1, 1, 1], [1, 1, 0]]),
    )


def cases(draw: Draw) -> Iterator[Case]:
    one = draw.floating([[-1.05]]), draw.floating([[-1.15]]), draw.floating([[-1.55]])
    yield Case("one token", (*one, draw.uniform(1, low=0.5, high=1.5), draw.floating([[1]])), constant=FIXED)
    yield Case("one answer", rollout(draw, torch.ones(1, 6)), constant=FIXED)
    yield Case("answers of different lengths", rollout(draw, PREFIXES), constant=FIXED)
    yield Case("prompts and several turns", rollout(draw, TURNS), {"beta": 0.3}, constant=FIXED)
    yield Case("narrow range", (*rollout(draw, PREFIXES, 0.05), 0.05, 0.1), constant=FIXED)
    yield Case("wide range", rollout(draw, TURNS, 0.3), {"clip": 0.3}, constant=FIXED)
    yield Case("no penalty", rollout(draw, PREFIXES[:2]), {"beta": 0.0}, constant=FIXED)
    yield Case("good answers only", rollout(draw, PREFIXES, sign=1), constant=FIXED)
    yield Case("bad answers only", rollout(draw, TURNS, sign=-1), constant=FIXED)
    square = torch.cat([PREFIXES[:, :4], TURNS[:1, :4]])
    yield Case("as many answers as tokens", rollout(draw, square), {"beta": 0.2}, constant=FIXED)
    logp, _, logp_ref, advantages, mask = rollout(draw, PREFIXES)
    yield Case(
        "the first step: the policy has not moved", (logp, logp.clone(), logp_ref, advantages, mask), constant=FIXED
    )
    logp, logp_old, _, advantages, mask = rollout(draw, TURNS)
    yield Case("the policy is the reference", (logp, logp_old, logp.clone(), advantages, mask), constant=FIXED)
    logp, logp_old, logp_ref, advantages, mask = rollout(draw, TURNS)
    some = advantages * (torch.arange(4) > 1)
    yield Case("some advantages are 0", (logp, logp_old, logp_ref, some, mask), {"beta": 0.5}, constant=FIXED)
    none = torch.zeros_like(advantages)
    yield Case("all advantages are 0: the penalty alone", (logp, logp_old, logp_ref, none, mask), constant=FIXED)
    yield Case("ratios far below and above 1", long_way(draw), constant=FIXED)
    far = [[5.0, -3.0, 4.0, -12.0], [-25.0, 3.5, -6.0, 7.0]]
    yield Case("a reference far away", far_reference(draw, far), {"beta": 0.1}, constant=FIXED)
    yield Case("log-probabilities near -900", unlikely(draw), {"beta": 0.2}, constant=FIXED)


PROBLEM = Problem(
    id="grpo-loss",
    entries=(grpo_loss,),
    cases=cases,
)
