"""How answers to `sft-loss` are judged."""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.llm.sft_loss.reference import sft_loss
from reference_impls.problem import Case, Draw, Problem

TURNS = torch.tensor([[0, 0, 0, 0, 1, 0, 0], [0, 1, 1, 1, 1, 0, 1], [0, 0, 1, 1, 0, 0, 0]])
"""Responses of one, five and two tokens; prompts, a second turn and padding between and after them."""

FROM_THE_START = torch.tensor([[1, 1, 0, 0, 1], [0, 0, 1, 1, 1], [1, 0, 0, 0, 0], [1, 0, 0, 1, 0]])
"""Masks of which all but the second are 1 at t = 0, where no token is predicted; one of them nowhere else."""


def tokens(draw: Draw, mask: Tensor, V: int) -> Tensor:
    """Labels with token 0 among the responses: it is a token like any other."""
    labels = draw.integers(0, V, *mask.shape)
    row, t = draw.choice(mask[:, 1:].nonzero().tolist())
    labels[row, t + 1] = 0
    return labels


def far_apart(draw: Draw, B: int, T: int, V: int) -> Tensor:
    """Logits up to 1e4 of both signs, a row's entries at least 800 apart: exact in float32, one class wins."""
    levels = torch.tensor([8000.0, -8000.0, 0.0])[torch.arange(B * T) % 3].reshape(B, T, 1)
    order = torch.tensor([draw.permutation(V) for _ in range(B * T)], dtype=torch.float64).reshape(B, T, V)
    return draw.floating(levels + 800 * (order - V // 2))


def cases(draw: Draw) -> Iterator[Case]:
    last = torch.tensor([[0, 0, 1]])
    yield Case("one sequence, one response token", (draw.normal(1, 3, 4), tokens(draw, last, 4), last))
    yield Case("responses of different lengths", (draw.normal(3, 7, 5, scale=2.0), tokens(draw, TURNS, 5), TURNS))
    boolean = TURNS[:2].bool()
    yield Case("boolean mask", (draw.normal(2, 7, 4, scale=2.0), tokens(draw, boolean, 4)), {"response_mask": boolean})
    floating = draw.floating(TURNS)
    yield Case("float mask", (draw.normal(3, 7, 6), tokens(draw, TURNS, 6), floating), constant=("response_mask",))
    yield Case("mask from the first token", (draw.normal(4, 5, 3), tokens(draw, FROM_THE_START, 3), FROM_THE_START))
    square = FROM_THE_START[1:3]
    yield Case("as many predictions as classes", (draw.normal(2, 5, 4, scale=2.0), tokens(draw, square, 4), square))
    whole = torch.ones(2, 4, dtype=torch.int64)
    yield Case("everything is a response", (draw.normal(2, 4, 6), tokens(draw, whole, 6), whole))
    yield Case("no response", (draw.normal(2, 4, 3), draw.integers(0, 3, 2, 4), torch.zeros_like(whole)))
    first = torch.tensor([[1, 0, 0, 0], [0, 0, 0, 0]])
    yield Case("only the first token is a response", (draw.normal(2, 4, 3), draw.integers(0, 3, 2, 4), first))
    yield Case("sequences of one token", (draw.normal(2, 1, 3), draw.integers(0, 3, 2, 1), torch.ones(2, 1).long()))
    yield Case("logits near 1e4", (far_apart(draw, 3, 7, 5), tokens(draw, TURNS, 5), TURNS))


PROBLEM = Problem(
    id="sft-loss",
    entries=(sft_loss,),
    cases=cases,
)
