"""How answers to `softmax` are judged."""

from collections.abc import Iterator
from typing import Any

import torch
from torch import Tensor

from reference_impls.fundamentals.softmax.reference import softmax
from reference_impls.problem import Case, Draw, Problem

INFINITY = float("inf")


def far_apart(draw: Draw, *shape: int) -> Tensor:
    """Logits up to 1e4 in both directions, a row's entries at least 400 apart: one wins. Rows lie around different levels."""
    *lead, C = shape
    rows = torch.tensor(lead).prod().item()
    levels = torch.tensor([[8000.0, -8000.0, 0.0][n % 3] for n in range(int(rows))])[:, None]
    order = torch.tensor([draw.permutation(C) for _ in range(int(rows))], dtype=torch.float64)
    return draw.floating((levels + 400 * (order - C // 2)).reshape(shape))


def close_together(draw: Draw, level: float, N: int, C: int) -> Tensor:
    """Rows at plus or minus a level, their entries at most 2 apart in steps of 1/16, which float32 has: several count."""
    signs = torch.tensor([[1.0, -1.0, 0.0][n % 3] for n in range(N)], dtype=torch.float64)[:, None]
    return draw.floating(level * signs + draw.integers(0, 33, N, C).double() / 16)


def at_all_heights(draw: Draw) -> Tensor:
    """Rows whose two largest entries differ by 1 or 2 and lie between the bounds at which people clamp."""
    heights = torch.tensor([[8.0], [35.0], [65.0], [84.0], [94.0], [180.0]], dtype=torch.float64)
    below = draw.uniform(6, 3, low=0.0, high=6.0).double()
    top = draw.integers(1, 3, 6, 1).double()
    return draw.floating(torch.cat([heights + top, heights, heights - 1 - below], dim=1))


def one_far_below(draw: Draw) -> Tensor:
    """Rows of thirty with one entry of -800, which moves their mean by little."""
    x = draw.normal(2, 30).double()
    x[0, 7] = x[1, 21] = -800.0
    return draw.floating(x)


def partly_hidden(draw: Draw) -> Tensor:
    """Some entries of -inf, never all: the first of a row, the first two, all but one, none."""
    hidden = torch.tensor(
        [
            [True, False, False, True, False],
            [False, True, False, True, False],
            [True, True, False, False, False],
            [False, False, False, False, False],
            [True, True, True, False, True],
            [False, False, False, True, True],
        ]
    )
    return draw.floating(draw.normal(6, 5).double().masked_fill(hidden, -INFINITY))


def hidden_and_large(draw: Draw) -> Tensor:
    """Entries of -inf beside logits near 1e4 of either sign, a row's at most 2 apart."""
    x = close_together(draw, 1e4, 6, 7).double()
    hidden = draw.booleans(6, 7, p=0.5)
    hidden[:, 2:4] = False
    hidden[:, 5] = True
    return draw.floating(x.masked_fill(hidden, -INFINITY))


def as_near_as_float32_allows(got: Any, want: Tensor) -> str | None:
    """An answer by way of the logarithm of the sum rounds a number near 1e4, to half a thousandth in float32."""
    value = torch.as_tensor(got).detach().double()
    if value.shape != want.shape:
        return f"the result has shape {tuple(value.shape)}, expected {tuple(want.shape)}"
    if bool(((value - want).abs() < 1e-5 + 3e-3 * want).all()):
        return None
    error = (value - want).abs().nan_to_num(INFINITY)
    worst = int(error.argmax())
    return f"the result is off, most where it is {float(value.flatten()[worst]):.6g}, expected {float(want.flatten()[worst]):.6g}"


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("three logits", (draw.normal(3),))
    yield Case("rows", (draw.normal(2, 5, scale=2.0),))
    yield Case("columns", (draw.normal(4, 3, scale=2.0), 0))
    yield Case("as many rows as columns", (draw.normal(4, 4, scale=2.0),))
    yield Case("three axes, the last", (draw.normal(2, 3, 4),), {"dim": 2})
    yield Case("three axes, the one in the middle", (draw.normal(2, 5, 3, scale=2.0),), {"dim": 1})
    yield Case("three axes, the first", (draw.normal(3, 2, 6),), {"dim": 0})
    yield Case("four axes, the last but one", (draw.normal(2, 3, 5, 4), -2))
    yield Case("three axes, no axis given", (draw.normal(3, 4, 6, scale=1.5),))
    yield Case("one entry along the axis", (draw.normal(3, 1, mean=2.0),))
    yield Case("maxima from 10 to 180", (at_all_heights(draw),))
    yield Case("rows near 200, -200 and 0", (close_together(draw, 200.0, 6, 4),))
    yield Case("one entry far below", (one_far_below(draw),))
    yield Case("logits near 1e4", (far_apart(draw, 6, 5),))
    yield Case("logits near 1e4 along another axis", (far_apart(draw, 2, 3, 4).movedim(-1, 1).contiguous(), 1))
    near = as_near_as_float32_allows
    yield Case("logits near 1e4, several that count", (close_together(draw, 1e4, 6, 5),), accept=near, grad=False)
    yield Case("some of -inf", (partly_hidden(draw),))
    yield Case("some of -inf, along the first axis", (partly_hidden(draw).T.contiguous(),), {"dim": 0})
    yield Case("some of -inf beside logits near 1e4", (hidden_and_large(draw),), accept=near, grad=False)
    yield Case("a batch of one", (draw.normal(1, 5, scale=2.0),))


PROBLEM = Problem(
    id="softmax",
    entries=(softmax,),
    cases=cases,
)
