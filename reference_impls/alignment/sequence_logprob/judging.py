"""How answers to `sequence-logprob` are judged."""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.alignment.sequence_logprob.reference import sequence_logprob
from reference_impls.problem import Case, Draw, Problem

MASK = ("mask",)
"""A right answer may make it boolean: no gradient is asked of it."""

ANSWERS = torch.tensor([[0, 0, 0, 1, 0, 0, 0], [0, 1, 1, 1, 1, 0, 1], [0, 0, 1, 1, 0, 0, 0]])
"""Answers of one, five and two tokens; prompts, a second turn and padding between and after them."""

FROM_THE_START = torch.tensor([[1, 1, 0, 0, 1], [0, 0, 1, 1, 1], [1, 0, 0, 1, 0], [1, 0, 1, 1, 0]])
"""Masks of which all but the second are 1 at t = 0, where no token is predicted."""

Batch = tuple[Tensor, Tensor, Tensor]


def batch(draw: Draw, mask: Tensor, V: int, scale: float = 2.0) -> Batch:
    """Logits, labels with token 0 in the first answer that has one (it is a token like any other), and the mask."""
    B, T = mask.shape
    labels = draw.integers(0, V, B, T)
    for row, t in mask[:, 1:].nonzero().tolist()[:1]:
        labels[row, t + 1] = 0
    return draw.normal(B, T, V, scale=scale), labels, draw.floating(mask)


def far_apart(draw: Draw, mask: Tensor, V: int) -> Batch:
    """Logits up to 1e4 of both signs, a row's entries at least 800 apart: exact in float32, one token wins."""
    B, T = mask.shape
    levels = torch.tensor([8000.0, -8000.0, 0.0])[torch.arange(B * T) % 3].reshape(B, T, 1)
    order = torch.tensor([draw.permutation(V) for _ in range(B * T)], dtype=torch.float64).reshape(B, T, V)
    return draw.floating(levels + 800 * (order - V // 2)), draw.integers(0, V, B, T), draw.floating(mask)


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("two tokens, the second counts", batch(draw, torch.tensor([[0, 1]]), 3), constant=MASK)
    yield Case("one answer after a prompt", batch(draw, torch.tensor([[0, 0, 1, 1, 1]]), 4), constant=MASK)
    yield Case("answers of different lengths", batch(draw, ANSWERS, 5), constant=MASK)
    yield Case("mask from the first token", batch(draw, FROM_THE_START, 3), constant=MASK)
    yield Case("every token counts", batch(draw, torch.ones(2, 4), 6), constant=MASK)
    yield Case("a row without an answer", batch(draw, torch.tensor([[0, 0, 0, 0], [0, 1, 1, 0]]), 7), constant=MASK)
    yield Case("as many predictions as tokens of the vocabulary", batch(draw, FROM_THE_START[1:3], 4), constant=MASK)
    yield Case("as many answers as predictions", batch(draw, FROM_THE_START, 6), constant=MASK)
    first = torch.tensor([[1, 0, 0], [1, 0, 1]])
    yield Case("only the first token of a row counts", batch(draw, first, 4), constant=MASK)
    yield Case("sequences of one token", batch(draw, torch.tensor([[1], [0], [1]]), 4), constant=MASK)
    uniform = draw.floating(torch.zeros(2, 7, 8)), draw.integers(0, 8, 2, 7), draw.floating(ANSWERS[1:])
    yield Case("a model that knows nothing", uniform, constant=MASK)
    yield Case("long answers", batch(draw, draw.booleans(2, 30, p=0.7), 3), constant=MASK)
    yield Case("tokens of small probability", batch(draw, ANSWERS[:2], 4, scale=12.0), constant=MASK)
    logits, labels, mask = batch(draw, ANSWERS, 4, scale=0.5)
    # exp overflows; a right logsumexp loses four digits, and with wider logits 1 - p loses the rest
    level = torch.tensor([750.0, -750.0, 750.0]).reshape(3, 1, 1)
    close = draw.floating(logits.double() + level), labels, mask
    yield Case("logits near 750, close together", close, constant=MASK)
    yield Case("logits near 1e4", far_apart(draw, ANSWERS, 5), constant=MASK)
    yield Case("sequences of two tokens", batch(draw, torch.tensor([[0, 1], [1, 1], [1, 0]]), 4), constant=MASK)


PROBLEM = Problem(
    id="sequence-logprob",
    entries=(sequence_logprob,),
    cases=cases,
)
