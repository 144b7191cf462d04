"""Softmax along one axis (Goodfellow et al. 2016, Deep Learning, section 4.1, eq. 4.1).

    softmax(x)_i = exp(x_i) / Σ_j exp(x_j) = exp(x_i - m) / Σ_j exp(x_j - m),   m = max_j x_j

A common shift changes nothing in exact arithmetic. Without it exp overflows (beyond 88 in float32), and where all entries
lie far below zero the sum underflows to 0; with it every exponent is at most 0 and the sum at least 1. The maximum belongs
to one slice: a shared one may lie so far above another slice that all of it underflows. An entry of -inf gets exactly 0.

Shapes: x of any shape, dim one of its axes.
Returns: the shape of x.
"""

from collections.abc import Iterator
from typing import Any

import torch
from torch import Tensor

from reference_impls.problem import Case, Draw, FunctionSlip, Problem, Slip


def softmax(x: Tensor, dim: int = -1) -> Tensor:
    """Positive weights that sum to one along `dim`."""
    shifted = x - x.amax(dim=dim, keepdim=True)  # at most 0
    e = shifted.exp()
    return e / e.sum(dim=dim, keepdim=True)


# ----------------------------------------------------------------------------------------------------------------------

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
    yield Case("some of -inf", (partly_hidden(draw),), grad=False)
    yield Case("some of -inf, along the first axis", (partly_hidden(draw).T.contiguous(),), {"dim": 0}, grad=False)
    yield Case("some of -inf beside logits near 1e4", (hidden_and_large(draw),), accept=near, grad=False)


def from_minus_infinity(x: Tensor, dim: int = -1) -> Tensor:
    x = x.movedim(dim, 0)
    m, total = torch.full_like(x[0], -float("inf")), torch.zeros_like(x[0])
    for entry in x:
        higher = torch.maximum(m, entry)
        total = total * (m - higher).exp() + (entry - higher).exp()
        m = higher
    return ((x - m).exp() / total).movedim(0, dim)


def from_the_first(x: Tensor, dim: int = -1) -> Tensor:
    x = x.movedim(dim, 0)
    m, total = x[0], torch.ones_like(x[0])
    for entry in x[1:]:
        higher = torch.maximum(m, entry)
        total = total * (m - higher).exp() + (entry - higher).exp()
        m = higher
    return ((x - m).exp() / total).movedim(0, dim)


PROBLEM = Problem(
    id="softmax",
    entries=(softmax,),
    cases=cases,
    slips=(
        Slip(
            "no-maximum",
            "x - x.amax(dim=dim, keepdim=True)",
            "x",
            "exp of a large logit overflows, and all of a slice far below 0 underflows to 0/0: subtract the maximum first.",
        ),
        Slip(
            "maximum-of-all",
            "x.amax(dim=dim, keepdim=True)",
            "x.max()",
            "One maximum is subtracted from everything: a slice far below it underflows to 0/0. Take each slice's own, "
            "amax(dim, keepdim=True).",
        ),
        Slip(
            "not-normalised",
            "return e / e.sum(dim=dim, keepdim=True)",
            "return e",
            "The exponentials of the shifted logits come back, with a largest one of 1: divide them by their sum.",
        ),
        Slip(
            "exponentials-alone",
            "return e / e.sum(dim=dim, keepdim=True)",
            "return x.exp()",
            "The exponentials come back as they are: divide them by their sum, after the maximum was subtracted.",
        ),
        Slip(
            "always-the-last-axis",
            "shifted = x",
            "dim = -1\n    shifted = x",
            "The last axis is normalised whatever dim says: use the argument in the maximum and in the sum.",
        ),
        Slip(
            "always-the-first-axis",
            "shifted = x",
            "dim = 0\n    shifted = x",
            "The first axis is normalised whatever dim says: use the argument, whose default is the last one.",
        ),
        Slip(
            "always-the-second-axis",
            "shifted = x",
            "dim = min(1, x.ndim - 1)\n    shifted = x",
            "Axis 1 is normalised whatever dim says: it is the last one for matrices only.",
        ),
        Slip(
            "first-axis-by-default",
            "dim: int = -1",
            "dim: int = 0",
            "Without dim the first axis is normalised; the default is the last one, -1.",
        ),
        Slip(
            "second-axis-by-default",
            "dim: int = -1",
            "dim: int = 1",
            "Without dim axis 1 is normalised; the default is the last one, -1, also of three axes or of one.",
        ),
        Slip(
            "sum-along-the-last-axis",
            "e.sum(dim=dim, keepdim=True)",
            "e.sum(dim=-1, keepdim=True)",
            "The maximum is taken along dim, but the sum always along the last axis: both need dim.",
        ),
        Slip(
            "maximum-along-the-last-axis",
            "x.amax(dim=dim, keepdim=True)",
            "x.amax(dim=-1, keepdim=True)",
            "The maximum is always taken along the last axis: only a shift that is the same for all entries along dim "
            "cancels.",
        ),
        Slip(
            "maximum-of-each-place",
            "x.amax(dim=dim, keepdim=True)",
            "x.amax(dim=0, keepdim=True)",
            "The maximum is always taken along the first axis: only a shift that is the same for all entries along dim "
            "cancels.",
        ),
        Slip(
            "sum-of-all",
            "e.sum(dim=dim, keepdim=True)",
            "e.sum()",
            "The exponentials are divided by the sum over the whole tensor: each slice along dim has a sum of its own.",
        ),
        Slip(
            "over-everything",
            "x - x.amax(dim=dim, keepdim=True)  # at most 0\n    e = shifted.exp()\n    return e / e.sum(dim=dim, keepdim=True)",
            "x - x.max()\n    e = shifted.exp()\n    return e / e.sum()",
            "One softmax runs over the whole tensor: each slice along dim is a distribution of its own.",
        ),
        Slip(
            "minimum-subtracted",
            "x.amax(",
            "x.amin(",
            "The minimum is subtracted, so that every exponent is at least 0 and large ones overflow: subtract the maximum.",
        ),
        Slip(
            "mean-subtracted",
            "x.amax(dim=dim, keepdim=True)",
            "x.masked_fill(x == -float('inf'), 0.0).mean(dim=dim, keepdim=True)",
            "The mean is subtracted, which leaves large exponents where the logits are far apart: subtract the maximum.",
        ),
        Slip(
            "mean-with-the-hidden",
            "x.amax(dim=dim, keepdim=True)",
            "x.mean(dim=dim, keepdim=True)",
            "The mean is subtracted: large exponents remain where the logits are far apart, and with an entry of -inf the "
            "mean is -inf. Subtract the maximum.",
        ),
        Slip(
            "largest-size-subtracted",
            "x.amax(",
            "x.abs().amax(",
            "The largest absolute value is subtracted: negative logits get twice as far from 0 and underflow. Subtract the "
            "maximum itself.",
        ),
        Slip(
            "softmin",
            "x - x.amax(dim=dim, keepdim=True)",
            "-x - (-x).amax(dim=dim, keepdim=True)",
            "That is the softmax of -x, as where the exponent is maximum minus logit: the smallest logit gets the largest "
            "weight. It is logit minus maximum.",
        ),
        Slip(
            "divided-by-the-maximum",
            "x - x.amax",
            "x / x.amax",
            "The logits are divided by their maximum, which changes their differences: subtract it.",
        ),
        Slip(
            "maximum-at-least-0",
            "x.amax(dim=dim, keepdim=True)",
            "x.amax(dim=dim, keepdim=True).clamp(min=0)",
            "The maximum is never below 0, as where its search starts at 0: a slice of negative logits underflows to 0/0.",
        ),
        Slip(
            "log-softmax",
            "return e / e.sum(dim=dim, keepdim=True)",
            "return shifted - e.sum(dim=dim, keepdim=True).log()",
            "The logarithm of the softmax comes back; return the probabilities.",
        ),
        Slip(
            "sigmoid",
            "return e / e.sum(dim=dim, keepdim=True)",
            "return x.sigmoid()",
            "Each logit goes through a sigmoid by itself: a softmax makes one distribution of all entries along dim.",
        ),
        Slip(
            "unit-length",
            "e.sum(dim=dim, keepdim=True)",
            "e.norm(dim=dim, keepdim=True)",
            "The exponentials are divided by their Euclidean length, so that their squares sum to 1: divide by their sum.",
        ),
        Slip(
            "mean-for-the-sum",
            "e.sum(",
            "e.mean(",
            "The exponentials are divided by their mean, so that they sum to their number: divide by their sum.",
        ),
        Slip(
            "sum-without-itself",
            "e / e.sum(dim=dim, keepdim=True)",
            "e / (e.sum(dim=dim, keepdim=True) - e)",
            "Each exponential is divided by the sum of the others, which gives odds: the sum includes it.",
        ),
        Slip(
            "one-in-the-sum",
            "e.sum(dim=dim, keepdim=True)",
            "(1 + e.sum(dim=dim, keepdim=True))",
            "1 is added to the sum, as if there were one more entry with logit 0 (or the maximum): the weights do not sum to 1.",
        ),
        Slip(
            "powers-of-two",
            "shifted.exp()",
            "shifted.exp2()",
            "2 is raised to the logits; the base is e.",
        ),
        Slip(
            "powers-of-ten",
            "shifted.exp()",
            "10**shifted",
            "10 is raised to the logits; the base is e.",
        ),
        Slip(
            "no-exp",
            "e = shifted.exp()\n    return e / e.sum(dim=dim, keepdim=True)",
            "e = x\n    return e / e.sum(dim=dim, keepdim=True)",
            "The logits themselves are divided by their sum: without exp there may be negative weights.",
        ),
        Slip(
            "no-exp-of-the-shifted",
            "shifted.exp()",
            "shifted",
            "The shifted logits are divided by their sum: exp is missing, and the largest gets 0.",
        ),
        Slip(
            "exp-twice",
            "shifted.exp()",
            "shifted.exp().exp()",
            "exp is applied twice: a softmax of the exponentials, not of the logits.",
        ),
        Slip(
            "softmax-twice",
            "return e / e.sum(dim=dim, keepdim=True)",
            "p = e / e.sum(dim=dim, keepdim=True)\n    return p.exp() / p.exp().sum(dim=dim, keepdim=True)",
            "The softmax is applied twice: the probabilities go in again as if they were logits.",
        ),
        Slip(
            "one-hot",
            "return e / e.sum(dim=dim, keepdim=True)",
            "return (shifted == 0).to(x.dtype)",
            "The largest entry gets 1 and all others 0 (argmax): the softmax gives each its share.",
        ),
        Slip(
            "standardised",
            "shifted.exp()",
            "(shifted / (x.std(dim=dim, keepdim=True) + 1e-8)).exp()",
            "The logits are divided by their standard deviation, which acts as a temperature: only subtract the maximum.",
        ),
        Slip(
            "scaled-by-the-root-of-the-width",
            "shifted.exp()",
            "(shifted / x.shape[dim] ** 0.5).exp()",
            "The logits are divided by the root of their number, as attention scores are by that of the width: here they "
            "are taken as they are.",
        ),
        Slip(
            "axis-lost",
            "e.sum(dim=dim, keepdim=True)",
            "e.sum(dim=dim)",
            "The sum loses the axis dim, so that it is aligned with another one or does not fit: keepdim=True.",
        ),
        Slip(
            "axis-lost-by-the-maximum-too",
            "amax(dim=dim, keepdim=True)  # at most 0\n    e = shifted.exp()\n    return e / e.sum(dim=dim, keepdim=True)",
            "amax(dim=dim)\n    e = shifted.exp()\n    return e / e.sum(dim=dim)",
            "Maximum and sum lose the axis dim, so that they are aligned with another one or do not fit: keepdim=True.",
        ),
        Slip(
            "axes-put-back-at-the-end",
            "amax(dim=dim, keepdim=True)  # at most 0\n    e = shifted.exp()\n    return e / e.sum(dim=dim, keepdim=True)",
            "amax(dim=dim).unsqueeze(-1)\n    e = shifted.exp()\n    return e / e.sum(dim=dim).unsqueeze(-1)",
            "The axis that maximum and sum lose is put back as the last one, which fits dim=-1 alone: keepdim=True.",
        ),
        Slip(
            "no-maximum-and-bounded",
            "x - x.amax(dim=dim, keepdim=True)  # at most 0\n    e = shifted.exp()\n    return e / e.sum(dim=dim, keepdim=True)",
            "x\n    e = shifted.exp()\n    return e / (e.sum(dim=dim, keepdim=True) + 1e-12)",
            "A small constant in the denominator is no help: exp of a large logit overflows, and a slice far below 0 gets "
            "weights of 0. Subtract the maximum.",
        ),
        Slip(
            "no-maximum-and-nan-to-0",
            "x - x.amax(dim=dim, keepdim=True)  # at most 0\n    e = shifted.exp()\n    return e / e.sum(dim=dim, keepdim=True)",
            "x\n    e = shifted.exp()\n    return (e / e.sum(dim=dim, keepdim=True)).nan_to_num(0.0)",
            "exp of a large logit overflows, and the NaN of inf/inf is replaced by 0, so that the largest entry gets "
            "nothing: subtract the maximum before exp.",
        ),
        Slip(
            "maximum-of-all-and-bounded",
            "x - x.amax(dim=dim, keepdim=True)  # at most 0\n    e = shifted.exp()\n    return e / e.sum(dim=dim, keepdim=True)",
            "x - x.max()\n    e = shifted.exp()\n    return e / (e.sum(dim=dim, keepdim=True) + 1e-12)",
            "One maximum is subtracted from everything: a slice far below it underflows, and its weights are 0. Take each "
            "slice's own.",
        ),
        Slip(
            "logarithm-of-the-naive-sum",
            "return e / e.sum(dim=dim, keepdim=True)",
            "return (x - x.exp().sum(dim=dim, keepdim=True).log()).exp()",
            "exp overflows inside the log-sum-exp, so that all weights become 0 (or inf far below 0): subtract the maximum "
            "inside it, and add it back outside.",
        ),
        *(
            Slip(
                f"clamped-at-{bound}",
                "shifted = x - x",
                f"x = x.clamp(-{bound}, {bound})\n    shifted = x - x",
                f"The logits are clamped to [-{bound}, {bound}], so that larger ones become equal: subtract the maximum, then "
                "exp cannot overflow.",
            )
            for bound in (20, 50, 80, 88, 100, 700)
        ),
        *(
            Slip(
                f"clamped-at-{bound}-but-for-infinity",
                "shifted = x - x",
                f"x = torch.where(x.isinf(), x, x.clamp(-{bound}, {bound}))\n    shifted = x - x",
                f"Finite logits are clamped to [-{bound}, {bound}], so that larger ones become equal: subtract the maximum, then "
                "exp cannot overflow.",
            )
            for bound in (50, 80)
        ),
        *(
            Slip(
                f"clamped-from-above-at-{bound}",
                "x - x.amax(dim=dim, keepdim=True)",
                f"x.clamp(max={bound})",
                f"The logits are clamped from above at {bound}: those beyond become equal, and a slice far below 0 still "
                "underflows to 0/0. Subtract the maximum.",
            )
            for bound in (20, 50, 80, 88)
        ),
        Slip(
            "infinity-to-0",
            "shifted = x - x",
            "x = x.masked_fill(x == -float('inf'), 0.0)\n    shifted = x - x",
            "-inf is replaced by 0, which takes part in the sum with exp(0 - m): its weight has to be 0.",
        ),
        Slip(
            "infinity-to-a-small-number",
            "shifted = x - x",
            "x = x.masked_fill(x == -float('inf'), -1e4)\n    shifted = x - x",
            "-inf is replaced by a number that is not far enough below the others (-1e4, say), which may be as low: leave "
            "it, exp(-inf) is 0.",
        ),
        Slip(
            "infinity-to-minus-100",
            "shifted = x - x",
            "x = x.masked_fill(x == -float('inf'), -100.0)\n    shifted = x - x",
            "-inf is replaced by a number like -100, far above logits near -1e4: leave it, exp(-inf) is 0.",
        ),
        FunctionSlip(
            "running-maximum-from-minus-infinity",
            {"softmax": from_minus_infinity},
            "The running maximum starts at -inf, and where the first entry is -inf, too, exp(-inf - -inf) is NaN: take the "
            "maximum of the slice before the sum, or leave out such entries.",
        ),
        FunctionSlip(
            "running-maximum-from-the-first",
            {"softmax": from_the_first},
            "The running maximum starts at the first entry, and where that and the next are -inf, exp(-inf - -inf) is NaN: "
            "take the maximum of the slice before the sum, or leave out such entries.",
        ),
        Slip(
            "normaliser-detached",
            "e.sum(dim=dim, keepdim=True)",
            "e.sum(dim=dim, keepdim=True).detach()",
            "The sum is taken as a constant: the gradient has to go through it, too. Only the maximum may be detached.",
        ),
        Slip(
            "axis-moved-to-the-end",
            "return e / e.sum(dim=dim, keepdim=True)",
            "return (e / e.sum(dim=dim, keepdim=True)).movedim(dim, -1)",
            "The axis dim comes back as the last one, as where it is moved there and not back: the result has the shape of x.",
        ),
        Slip(
            "rows-in-one-axis",
            "return e / e.sum(dim=dim, keepdim=True)",
            "return (e / e.sum(dim=dim, keepdim=True)).movedim(dim, -1).reshape(-1, x.shape[dim])",
            "The result comes back as a matrix of all slices: give it the shape of x.",
        ),
    ),
)
