"""How answers to `kl-shaped-rewards` are judged."""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.alignment.kl_shaped_rewards.reference import kl_shaped_rewards
from reference_impls.problem import Case, Draw, Problem

PADDED = torch.tensor([[1, 1, 1, 0, 0, 0], [1, 1, 1, 1, 1, 1], [1, 0, 0, 0, 0, 0]])
"""Responses of three, six and one token from the first position on."""

AFTER_PROMPTS = torch.tensor(
    [[0, 0, 1, 1, 1, 0, 0], [0, 1, 1, 0, 0, 0, 0], [0, 0, 0, 1, 1, 1, 1], [0, 0, 1, 0, 0, 0, 0]]
)
"""Prompts of different lengths, responses of three, two, four and one token, padding."""

TURNS = torch.tensor([[0, 1, 1, 0, 0, 1, 1, 0], [1, 0, 1, 0, 0, 0, 0, 0], [0, 1, 0, 1, 1, 1, 0, 1]])
"""Responses in several turns, with what the user said between them."""

Inputs = tuple[Tensor, Tensor, Tensor, float, Tensor]


def answers(draw: Draw, mask: Tensor, beta: float, scale: float = 1.5) -> Inputs:
    """Scores of both signs, log-ratios of this standard deviation; positions outside the responses have some, too."""
    B, T = mask.shape
    signs = 1.0 - 2 * ((torch.arange(B) + draw.integer(0, 1)) % 2)
    score = draw.floating(signs * draw.uniform(B, low=1.0, high=4.0).double())
    logp_ref = draw.uniform(B, T, low=-6, high=-1)
    logp = draw.floating(logp_ref.double() + draw.normal(B, T, scale=scale).double())
    return score, logp, logp_ref, beta, draw.floating(mask)


def unlikely(draw: Draw) -> Inputs:
    """Log-probabilities near -900, whose exponentials are 0 in any precision; all are multiples of 1/64, exact in float32."""
    logp_ref = -900 - draw.integers(0, 64, 2, 4).double() / 8
    logp = logp_ref + torch.tensor([[0.5, -0.75, 2.0, 1.25], [-0.25, 1.5, 0.125, -3.0]])
    return (
        draw.normal(2),
        draw.floating(logp),
        draw.floating(logp_ref),
        0.25,
        draw.floating([[0, 1, 1, 0], [1, 1, 1, 1]]),
    )


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one token", answers(draw, torch.ones(1, 1), 0.5))
    yield Case("one response", answers(draw, torch.ones(1, 4), 0.1))
    yield Case("padding after the responses", answers(draw, PADDED, 0.2))
    yield Case("prompts before the responses", answers(draw, AFTER_PROMPTS, 0.3))
    yield Case("several turns", answers(draw, TURNS, 0.15))
    yield Case(
        "every response ends with the last token", answers(draw, torch.tensor([[0, 0, 1, 1, 1], [0, 1, 1, 1, 1]]), 0.4)
    )
    yield Case("no penalty", answers(draw, AFTER_PROMPTS[:3], 0.0))
    yield Case("padding after every response", answers(draw, TURNS[:2, :5] * torch.tensor([1, 1, 1, 0, 0]), 0.35))
    yield Case("beta above 1", answers(draw, PADDED, 1.5))
    _, logp, logp_ref, beta, mask = answers(draw, TURNS, 0.25)
    yield Case("scores of 0: the penalty alone", (draw.floating([0.0, 0.0, 0.0]), logp, logp_ref, beta, mask))
    score, logp, _, beta, mask = answers(draw, AFTER_PROMPTS, 0.5)
    yield Case("the policy is the reference: the scores alone", (score, logp, logp.clone(), beta, mask))
    yield Case("as many responses as tokens", answers(draw, AFTER_PROMPTS[:, 1:5], 0.2))
    yield Case("sequences of one token", answers(draw, torch.ones(3, 1), 0.1))
    yield Case("responses of one token", answers(draw, torch.eye(4)[[2, 0, 3, 1, 2]], 0.3))
    score, logp, logp_ref, beta, mask = answers(draw, AFTER_PROMPTS, 0.05, scale=25.0)
    yield Case("large scores and log-ratios", (draw.floating(15 * score.double()), logp, logp_ref, beta, mask))
    yield Case("log-probabilities near -900", unlikely(draw))


PROBLEM = Problem(
    id="kl-shaped-rewards",
    entries=(kl_shaped_rewards,),
    cases=cases,
    grad=False,
)
