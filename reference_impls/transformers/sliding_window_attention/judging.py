"""How answers to `sliding-window-attention` are judged."""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.problem import Case, Draw, Problem
from reference_impls.transformers.sliding_window_attention.reference import sliding_window_attention


def inputs(draw: Draw, *, B: int, H: int, T: int, d: int, dv: int) -> tuple[Tensor, Tensor, Tensor]:
    """Gaussian queries, keys and values."""
    return draw.normal(B, H, T, d), draw.normal(B, H, T, d), draw.normal(B, H, T, dv)


def far_apart(draw: Draw, T: int) -> tuple[Tensor, Tensor, Tensor]:
    """Scores of hundreds, also far below 0, the two best of a row at least 200 apart: one key wins in any arithmetic."""
    direction = 2.0 * draw.booleans(4).double() - 1
    a = torch.tensor([[10.0, -15.0, 20.0, -10.0][i % 4] for i in range(T)], dtype=torch.float64)
    b = 10 * (torch.tensor([draw.permutation(T) for _ in range(2)], dtype=torch.float64) - T // 2)  # (H,T)
    q = (a[:, None] * direction).expand(1, 2, T, 4)
    k = (b[..., None] * direction)[None]
    return draw.floating(q), draw.floating(k), draw.normal(1, 2, T, 3)


def far_below(draw: Draw, T: int) -> tuple[Tensor, Tensor, Tensor]:
    """All scores at -1e4 and below, a thousand apart: what fills hidden scores must lie far below them."""
    direction = 2.0 * draw.booleans(4).double() - 1
    b = -50 - 5 * torch.tensor([draw.permutation(T) for _ in range(2)], dtype=torch.float64)  # (H,T)
    q = (100 * direction).expand(1, 2, T, 4)
    k = (b[..., None] * direction)[None]  # the score is 200 b
    return draw.floating(q), draw.floating(k), draw.normal(1, 2, T, 3)


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("three tokens, window 2", (*inputs(draw, B=1, H=1, T=3, d=2, dv=2), 2))
    yield Case("window 3", (*inputs(draw, B=2, H=3, T=6, d=4, dv=5), 3))
    yield Case("window 1", (*inputs(draw, B=2, H=2, T=4, d=3, dv=2), 1))
    yield Case("window of all tokens", (*inputs(draw, B=2, H=2, T=5, d=4, dv=3), 5))
    yield Case("a wider window than the sequence", (*inputs(draw, B=1, H=2, T=4, d=3, dv=2), 6))
    yield Case("one token less than the sequence", (*inputs(draw, B=1, H=2, T=6, d=3, dv=2), 5))
    yield Case("one token", (*inputs(draw, B=2, H=1, T=1, d=4, dv=3), 2))
    yield Case("as many heads as tokens and channels", (*inputs(draw, B=4, H=4, T=4, d=4, dv=4), 2))
    yield Case("a long sequence", (*inputs(draw, B=1, H=2, T=40, d=4, dv=2), 7))
    yield Case("by name", inputs(draw, B=2, H=1, T=7, d=5, dv=3), {"window": 4})
    yield Case("large scores", (*far_apart(draw, 7), 3), constant=("q", "k"))
    yield Case("scores of -1e4 and below", (*far_below(draw, 6), 2), constant=("q", "k"))


PROBLEM = Problem(id="sliding-window-attention", entries=(sliding_window_attention,), cases=cases)
