"""Huber loss (Huber 1964, doi:10.1214/aoms/1177703732; Hastie, Tibshirani & Friedman 2009, eq. 10.23).

    loss = mean of ρ(pred - target),   ρ(e) = e²/2            for |e| ≤ δ
                                            = δ (|e| - δ/2)   for |e| > δ

The line continues the parabola with its value δ²/2 and its slope δ at |e| = δ. So the gradient is e, clipped to [-δ, δ]:
an outlier pulls no harder than an error of δ. For δ → ∞ it is half the squared error; δ times the absolute error for
δ → 0. Some libraries divide it by δ and call that smooth L1: the same only for δ = 1.

Shapes: pred, target of one shape. Returns: a scalar, the mean over all entries.
"""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.problem import Case, Draw, Problem, Slip


def huber_loss(pred: Tensor, target: Tensor, delta: float = 1.0) -> Tensor:
    """Mean of e²/2 within delta, of the line that continues it outside."""
    size = (pred - target).abs()
    quadratic = 0.5 * size**2
    linear = delta * (size - 0.5 * delta)
    return torch.where(size <= delta, quadratic, linear).mean()


# ----------------------------------------------------------------------------------------------------------------------


def errors(draw: Draw, *shape: int, delta: float, within: float = 0.5) -> tuple[Tensor, Tensor]:
    """Predictions and targets whose errors lie on both sides of delta and of 0, none near either."""
    n = torch.Size(shape).numel()
    inside = torch.arange(n) < max(1, round(within * n)) if within else torch.zeros(n, dtype=torch.bool)
    u = draw.uniform(n).double()
    size = torch.where(inside, delta * (0.2 + 0.7 * u), delta * (1.2 + 3 * u))
    sign = 2.0 * (torch.arange(n) % 2) - 1
    error = (size * sign)[draw.permutation(n)].reshape(shape)
    target = draw.normal(*shape, scale=2.0)
    return draw.floating(target.double() + error), target


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one error within", errors(draw, 1, delta=1.0, within=1.0))
    yield Case("one error outside", errors(draw, 1, delta=1.0, within=0.0))
    yield Case("six errors on both sides", errors(draw, 6, delta=1.0))
    yield Case("delta of 2.5", errors(draw, 7, delta=2.5), {"delta": 2.5})
    yield Case("delta of 0.3, by position", (*errors(draw, 9, delta=0.3), 0.3))
    yield Case("a matrix", errors(draw, 3, 5, delta=1.0))
    yield Case("three axes, delta of 0.6", errors(draw, 2, 3, 4, delta=0.6), {"delta": 0.6})
    yield Case("one number without axes", errors(draw, delta=1.0, within=0.0))
    yield Case("all within a delta of 4", errors(draw, 8, delta=4.0, within=1.0), {"delta": 4})
    yield Case("all outside a delta of 0.05", errors(draw, 8, delta=0.05, within=0.0), {"delta": 0.05})
    far = draw.floating([2e4, -1.0, 0.25, -3e4, 5.0])
    yield Case("outliers of 1e4", (far, draw.floating([0.5, 1.5, 0.75, 0.0, 4.5])), {"delta": 1.5})
    equal = draw.normal(3, 2, scale=2.0)
    yield Case("no error at all", (equal, equal.clone()), {"delta": 0.7})
    yield Case("some errors of 0", (draw.floating([1.0, 2.0, 3.0, -1.0]), draw.floating([1.0, 2.25, -3.0, -1.0])))


WHERE = "torch.where(size <= delta, quadratic, linear)"
LINEAR = "delta * (size - 0.5 * delta)"
RETURN = f"return {WHERE}.mean()"

PROBLEM = Problem(
    id="huber-loss",
    entries=(huber_loss,),
    cases=cases,
    slips=(
        Slip(
            "smooth-l1",
            RETURN,
            RETURN + " / delta",
            "The whole is divided by delta, which is smooth L1: Huber's line has slope delta, and its parabola is e^2/2 for "
            "every delta.",
        ),
        Slip(
            "no-half-in-the-parabola",
            "0.5 * size**2",
            "size**2",
            "The quadratic part lacks its 1/2: e^2/2 meets the line with the same value and slope.",
        ),
        Slip(
            "no-half-in-the-line",
            LINEAR,
            "delta * (size - delta)",
            "The linear part subtracts delta^2 for half of it, and jumps at delta: it is delta * (|e| - delta/2).",
        ),
        Slip(
            "nothing-subtracted-in-the-line",
            LINEAR,
            "delta * size",
            "The linear part is delta * |e|, which jumps at delta: subtract delta^2/2, so that it meets the parabola.",
        ),
        Slip(
            "slope-one",
            LINEAR,
            "size - 0.5 * delta",
            "The linear part has slope 1, which fits delta = 1 alone: it is delta * (|e| - delta/2).",
        ),
        Slip(
            "half-outside-the-brackets",
            LINEAR,
            "delta * size - 0.5 * delta",
            "The linear part subtracts delta/2 in all, or 1/2 inside the brackets, which fits delta = 1 alone: it is "
            "delta * (|e| - delta/2).",
        ),
        Slip(
            "minus-a-half-in-all",
            LINEAR,
            "delta * size - 0.5",
            "The linear part subtracts 1/2 in all, which fits delta = 1 alone: subtract delta^2/2.",
        ),
        Slip(
            "slope-one-and-a-half-subtracted",
            LINEAR,
            "size - 0.5",
            "The linear part is |e| - 1/2, that of delta = 1: it is delta * (|e| - delta/2).",
        ),
        Slip(
            "absolute-error-outside",
            LINEAR,
            "size",
            "Outside delta you take |e| itself: the line is delta * (|e| - delta/2), which continues the parabola.",
        ),
        Slip(
            "plus-in-the-line",
            LINEAR,
            "delta * (size + 0.5 * delta)",
            "delta/2 is added in the linear part; it is subtracted.",
        ),
        Slip(
            "both-halves-missing",
            f"0.5 * size**2\n    linear = {LINEAR}",
            "size**2\n    linear = delta * (2 * size - delta)",
            "This is twice the loss: the parabola is e^2/2, the line delta * (|e| - delta/2).",
        ),
        Slip(
            "parts-exchanged",
            WHERE,
            "torch.where(size <= delta, linear, quadratic)",
            "The two parts are exchanged: quadratic within delta, linear outside.",
        ),
        Slip(
            "sign-in-the-line",
            "linear = delta * (size - 0.5 * delta)",
            "linear = delta * (pred - target - 0.5 * delta)",
            "The condition looks at |e|, but the linear part at e, which is negative for errors below -delta: use |e| in both.",
        ),
        Slip(
            "sign-in-the-condition",
            WHERE,
            "torch.where(pred - target <= delta, quadratic, linear)",
            "The condition looks at e, so that errors below -delta stay on the parabola: compare |e| with delta.",
        ),
        Slip(
            "negative-errors-free",
            "(pred - target).abs()",
            "(pred - target).clamp(min=0)",
            "Only errors of one sign count: the loss is the same for e and -e.",
        ),
        Slip(
            "sum",
            RETURN,
            f"return {WHERE}.sum()",
            "The entries are summed; their mean is asked for.",
        ),
        Slip(
            "not-reduced",
            RETURN,
            f"return {WHERE}",
            "One loss for each entry is returned; the mean over all entries is asked for.",
        ),
        Slip(
            "mean-over-the-first-axis-alone",
            RETURN,
            f"return {WHERE}.sum() / (len(pred) if pred.ndim else 1)",
            "The sum is divided by the length of the first axis, as where the other axes are summed: divide by the number of all "
            "entries.",
        ),
        Slip(
            "mean-over-the-last-axis-alone",
            RETURN,
            f"return {WHERE}.mean(dim=-1)",
            "The mean runs over the last axis alone; it runs over all entries.",
        ),
        Slip(
            "mean-error-first",
            "(pred - target).abs()",
            "(pred - target).mean().abs()",
            "The errors are averaged before the loss is taken, so that they cancel: take the loss of each, then the mean.",
        ),
        Slip(
            "mean-size-first",
            "(pred - target).abs()",
            "(pred - target).abs().mean()",
            "The sizes of the errors are averaged before the loss is taken: whether one lies within delta is asked of each.",
        ),
        Slip(
            "one-decision-for-all",
            WHERE,
            "(quadratic if bool((size <= delta).all()) else linear)",
            "One decision is taken for all entries: each is quadratic or linear by its own error.",
        ),
        Slip(
            "means-of-the-two-parts-added",
            RETURN,
            "return quadratic[size <= delta].sum() / (size <= delta).sum().clamp(min=1) + linear[size > delta].sum() / "
            "(size > delta).sum().clamp(min=1)",
            "The mean of each part is taken over its own entries, and the two are added: divide the sum of both by the number "
            "of all entries.",
        ),
        Slip(
            "delta-ignored",
            "size = (pred",
            "delta = 1.0\n    size = (pred",
            "The argument delta has no effect: yours is the loss for delta = 1.",
        ),
        Slip(
            "threshold-of-one",
            "size <= delta",
            "size <= 1.0",
            "The line begins at 1, whatever delta is: compare |e| with delta.",
        ),
        Slip(
            "threshold-squared",
            "size <= delta",
            "size**2 <= delta",
            "The square of the error is compared with delta: compare |e|.",
        ),
        Slip(
            "parabola-compared",
            "size <= delta",
            "quadratic <= delta",
            "The value e^2/2 is compared with delta: compare |e|.",
        ),
        Slip(
            "default-delta-of-1.35",
            "delta: float = 1.0",
            "delta: float = 1.35",
            "The default of delta is 1; 1.35 is scikit-learn's.",
        ),
        Slip(
            "clipped-error-squared",
            RETURN,
            "return 0.5 * size.clamp(max=delta).square().mean()",
            "The error is clipped before it is squared, so that the loss is constant outside delta, without a gradient: it goes "
            "on as a line there.",
        ),
        Slip(
            "smaller-of-both",
            WHERE,
            "torch.minimum(quadratic, delta * size)",
            "The smaller of e^2/2 and delta * |e| is taken; they meet at 2 delta: the line is delta * (|e| - delta/2), from "
            "delta on.",
        ),
        Slip(
            "pseudo-huber",
            RETURN,
            "return (delta**2 * ((1 + (size / delta) ** 2).sqrt() - 1)).mean()",
            "That is the pseudo-Huber loss, smooth everywhere: here it is exactly quadratic within delta and linear outside.",
        ),
        Slip(
            "log-cosh",
            RETURN,
            "return (size + torch.log1p((-2 * size).exp()) - 0.6931471805599453).mean()",
            "That is log cosh, which has no delta: quadratic within delta, linear outside.",
        ),
        Slip(
            "squared-error", RETURN, "return (size**2).mean()", "That is the mean squared error, quadratic everywhere."
        ),
        Slip(
            "half-squared-error",
            RETURN,
            "return quadratic.mean()",
            "It is quadratic everywhere: outside delta it is a line.",
        ),
        Slip(
            "absolute-error", RETURN, "return size.mean()", "That is the mean absolute error: within delta it is e^2/2."
        ),
        Slip(
            "detached",
            RETURN,
            f"return {WHERE}.mean().detach()",
            "The value is right, but no gradient can flow: .item(), torch.tensor(...) or no_grad cut it off.",
        ),
        Slip(
            "target-detached",
            "(pred - target).abs()",
            "(pred - target.detach()).abs()",
            "The target is detached: gradients are asked for with respect to both inputs.",
        ),
        Slip(
            "root-of-the-square",
            "(pred - target).abs()",
            "(pred - target).square().sqrt()",
            "sqrt(e^2) has a gradient of 0/0, NaN, where the error is exactly 0: use abs().",
        ),
    ),
)
