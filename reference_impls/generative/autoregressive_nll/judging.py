"""How answers to `autoregressive-nll` are judged."""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.generative.autoregressive_nll.reference import autoregressive_nll
from reference_impls.problem import Case, Draw, Problem


def sequences(draw: Draw, B: int, L: int, V: int, scale: float = 2.0) -> tuple[Tensor, Tensor]:
    """Logits and tokens of which neighbors differ."""
    steps = draw.integers(1, V, B, L)
    return draw.normal(B, L, V, scale=scale), steps.cumsum(dim=1) % V


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("two tokens", sequences(draw, 1, 2, 3))
    yield Case("one sequence", sequences(draw, 1, 5, 4))
    yield Case("three sequences", sequences(draw, 3, 4, 6))
    yield Case("all axes alike", sequences(draw, 4, 4, 4))
    yield Case("more sequences than tokens", sequences(draw, 6, 2, 5))
    yield Case("more tokens than the vocabulary has", sequences(draw, 2, 9, 3))
    yield Case("two words", sequences(draw, 3, 6, 2))
    yield Case("a large vocabulary", sequences(draw, 2, 3, 50))
    yield Case("equal logits", (draw.floating(torch.full((2, 3, 7), 0.5)), sequences(draw, 2, 3, 7)[1]))
    logits, tokens = sequences(draw, 2, 5, 4)
    yield Case("logits far from 0", (draw.floating(logits.double() + 30), tokens))
    yield Case("one token again and again", (logits.clone(), torch.full((2, 5), 2)))
    sure = 4.0 * torch.nn.functional.one_hot(tokens.roll(-1, dims=1), 4).double() + logits.double() / 4
    yield Case("a model that is nearly sure and right", (draw.floating(sure), tokens))
    large = 1000.0 * torch.nn.functional.one_hot(tokens, 4).double()
    yield Case("logits of 1,000", (draw.floating(large), tokens))


PROBLEM = Problem(
    id="autoregressive-nll",
    entries=(autoregressive_nll,),
    cases=cases,
)
