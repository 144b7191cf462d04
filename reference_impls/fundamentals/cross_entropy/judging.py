"""How answers to `cross-entropy` are judged."""

from collections.abc import Iterator
from typing import Any

import torch
from torch import Tensor

from reference_impls.fundamentals.cross_entropy.reference import cross_entropy
from reference_impls.problem import Case, Draw, Problem


def far_apart(draw: Draw, N: int, C: int) -> Tensor:
    """Logits up to 1e4 in both directions, a row's entries at least 400 apart: exact in float32, one class wins.

    Rows lie around different levels, so that the maximum of one is far from that of another.
    """
    levels = torch.tensor([[8000.0, -8000.0, 0.0][n % 3] for n in range(N)])[:, None]
    order = torch.tensor([draw.permutation(C) for _ in range(N)], dtype=torch.float64)
    return draw.floating(levels + 400 * (order - C // 2))


def close_together(draw: Draw, N: int, C: int) -> Tensor:
    """Logits of 1e4 in size, a row's entries at most 2 apart in steps of 1/16, which float32 has there: several count."""
    levels = torch.tensor([[1e4, -1e4][n % 2] for n in range(N)], dtype=torch.float64)[:, None]
    return draw.floating(levels + draw.integers(0, 33, N, C).double() / 16)


def as_near_as_float32_allows(got: Any, want: Tensor) -> str | None:
    """The log-sum-exp of logits of 1e4, from which the target's is taken, is rounded to a thousandth in float32."""
    value = torch.as_tensor(got).detach().double()
    if value.ndim == 0 and bool((value - want).abs() < 5e-3):
        return None
    shown = f"{float(value):.6g}" if value.numel() == 1 else f"of shape {tuple(value.shape)}"
    return f"the result is {shown}, expected {float(want):.6g}"


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one row, two classes", (draw.normal(1, 2), draw.integers(0, 2, 1)))
    yield Case("five rows, three classes", (draw.normal(5, 3, scale=2.0), torch.tensor([2, 0, 1, 0, 2])))
    yield Case("more classes than rows", (draw.normal(4, 9), draw.integers(0, 9, 4)))
    yield Case("as many rows as classes", (draw.normal(4, 4, scale=2.0), torch.tensor([3, 1, 1, 0])))
    yield Case("negative logits", (draw.normal(6, 5, mean=-20.0), draw.integers(0, 5, 6)))
    yield Case("one class", (draw.normal(3, 1), torch.zeros(3, dtype=torch.int64)))
    yield Case("1,500 rows", (draw.normal(1500, 3, scale=2.0), draw.integers(0, 3, 1500)))
    logits = far_apart(draw, 6, 5)
    yield Case("logits near 1e4", (logits, draw.integers(0, 5, 6)))
    several = close_together(draw, 4, 5), draw.integers(0, 5, 4)
    yield Case("logits near 1e4, several that count", several, accept=as_near_as_float32_allows, grad=False)
    yield Case("logits near 1e4, all predictions right", (logits, logits.argmax(dim=1)))
    yield Case("logits near 1e4, all predictions wrong", (logits, logits.argmin(dim=1)))


PROBLEM = Problem(
    id="cross-entropy",
    entries=(cross_entropy,),
    cases=cases,
)
