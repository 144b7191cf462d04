"""How answers to `native-sparse-attention-gate` are judged."""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.problem import Case, Draw, Problem
from reference_impls.transformers.native_sparse_attention_gate.reference import gated_sparse_attention

Inputs = tuple[Tensor, Tensor, Tensor, Tensor, int, int, int]


def inputs(draw: Draw, T: int, d: int, block: int, top_k: int, window: int) -> Inputs:
    """Pooled scores that are at least 0.02 apart for every query, so that the choice is the same in any arithmetic."""
    while True:
        q, k = draw.normal(T, d, scale=1.5), draw.normal(T, d, scale=1.5)
        pooled = k.double().reshape(-1, block, d).mean(dim=1)
        ranked = (q.double() @ pooled.T / d**0.5).sort(dim=1).values
        if block == T or float(ranked.diff(dim=1).min()) > 0.02:
            break
    return q, k, draw.normal(T, d), draw.uniform(T, 3, low=-0.5, high=1.5), block, top_k, window


def gated(draw: Draw, path: int, *sizes: int) -> Inputs:
    """One path alone: the other gates are 0."""
    q, k, v, gates, block, top_k, window = inputs(draw, *sizes)
    return q, k, v, draw.floating(gates.double() * torch.eye(3)[path]), block, top_k, window


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("two blocks of two", inputs(draw, 4, 2, 2, 1, 2))
    yield Case("the compressed path alone", gated(draw, 0, 9, 4, 3, 1, 2))
    yield Case("the selected path alone", gated(draw, 1, 10, 4, 2, 2, 2))
    yield Case("the window alone", gated(draw, 2, 8, 3, 2, 1, 3))
    yield Case("all paths", inputs(draw, 12, 4, 3, 2, 4))
    yield Case("one selected block", inputs(draw, 12, 3, 2, 1, 1))
    yield Case("more blocks asked for than there are", inputs(draw, 6, 3, 2, 7, 3))
    yield Case("a window wider than the sequence", inputs(draw, 6, 4, 3, 1, 20))
    yield Case("one block", inputs(draw, 4, 3, 4, 2, 2))
    yield Case("blocks of one token", inputs(draw, 5, 3, 1, 2, 2))
    yield Case("as many tokens as channels", inputs(draw, 4, 4, 2, 1, 3))


PROBLEM = Problem(id="native-sparse-attention-gate", entries=(gated_sparse_attention,), cases=cases)
