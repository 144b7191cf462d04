"""How answers to `kaiming-init` are judged."""

import math
from collections.abc import Iterator
from functools import partial

import torch
from torch import Tensor

from reference_impls.fundamentals.kaiming_init.reference import kaiming_normal
from reference_impls.problem import STANDARD_ERRORS, UNKNOWN, Draw, Law, Observation, Problem, Scenario, World, expect
from reference_impls.recorded import expect_a_draw_for_each

ENTRY = "kaiming_normal"
FAN_OUT, FAN_IN = 110, 260
RIGHT = "sqrt(2 / fan_in)"


def weight(world: World, fan_out: int, fan_in: int) -> Tensor:
    """A call's result in float64; a transposed one, which the cases tell, the right way round.

    Raises: Broken unless it is one matrix of this shape.
    """
    result = world.call(ENTRY, fan_out, fan_in)
    expect(not isinstance(result, tuple), "return the weight alone", "several-values")
    W = torch.as_tensor(result).detach().double()
    W = W.T if W.shape == (fan_in, fan_out) else W
    expect(W.shape == (fan_out, fan_in), f"the shape is {tuple(W.shape)}, expected {(fan_out, fan_in)}", "shape")
    return W


def form(world: World, draw: Draw, *, fan_out: int, fan_in: int) -> Iterator[Observation]:
    """What comes back, but for its values, which are drawn."""
    result = world.call(ENTRY, fan_out, fan_in)
    yield "how many values come back", len(result) if isinstance(result, tuple) else 1
    W = torch.as_tensor(result[0] if isinstance(result, tuple) else result).detach()
    yield "the shape", list(W.shape)
    yield "whether it holds floating-point numbers", W.is_floating_point()
    yield "whether all are finite", bool(W.isfinite().all())


def cases(draw: Draw) -> Iterator[Scenario]:
    for name, fan_out, fan_in in (
        ("one weight", 1, 1),
        ("a wide layer", 2, 5),
        ("a tall layer", 7, 3),
        ("a square layer", 4, 4),
        ("one input", 6, 1),
        ("one output", 1, 6),
    ):
        yield Scenario(name, partial(form, fan_out=fan_out, fan_in=fan_in))


def has_the_right_spread(world: World, draw: Draw) -> None:
    """28,600 weights: the standard deviation is known to 2.3 % at 5.5 standard errors; the readings differ by more than 4 %."""
    W = weight(world, FAN_OUT, FAN_IN)
    spread, n = float(W.square().mean().sqrt()), W.numel()
    expect(spread > 0, "all weights are 0", "zeros")
    centered = abs(float(W.mean())) < STANDARD_ERRORS * spread / math.sqrt(n)
    expect(centered, f"the weights have mean {float(W.mean()):.4f}, expected 0", "mean")
    found = reading(spread, FAN_OUT, FAN_IN, off=STANDARD_ERRORS / math.sqrt(2 * n))
    message = f"for fan_out = {FAN_OUT} and fan_in = {FAN_IN} {expected_spread(spread, FAN_IN)} ({found})"
    expect(found == RIGHT, message, found)


def expected_spread(spread: float, fan_in: int) -> str:
    """In words, beside the one that was found."""
    return f"the standard deviation is {spread:.4f}, expected {math.sqrt(2 / fan_in):.4f}"


def reading(spread: float, fan_out: int, fan_in: int, *, off: float) -> str:
    """Which formula gives this standard deviation up to `off`; of others, how far it is off, in steps of a tenth."""
    readings = {
        RIGHT: math.sqrt(2 / fan_in),
        "sqrt(2 / fan_out)": math.sqrt(2 / fan_out),
        "sqrt(2 / (fan_in + fan_out))": math.sqrt(2 / (fan_in + fan_out)),
        "sqrt(4 / (fan_in + fan_out))": math.sqrt(4 / (fan_in + fan_out)),
        "sqrt(1 / fan_in)": math.sqrt(1 / fan_in),
        "sqrt(1 / fan_out)": math.sqrt(1 / fan_out),
        "2 / fan_in": 2 / fan_in,
        "sqrt(2) / fan_in": math.sqrt(2) / fan_in,
        "1 / fan_in": 1 / fan_in,
        "2 / sqrt(fan_in)": 2 / math.sqrt(fan_in),
        "sqrt(6 / fan_in)": math.sqrt(6 / fan_in),
        "1 / sqrt(2 fan_in)": 1 / math.sqrt(2 * fan_in),
        "1 / sqrt(3 fan_in)": 1 / math.sqrt(3 * fan_in),
        "sqrt(2 / (3 fan_in))": math.sqrt(2 / (3 * fan_in)),
        "sqrt(2 / (fan_in fan_out))": math.sqrt(2 / (fan_in * fan_out)),
        "sqrt(fan_in / 2)": math.sqrt(fan_in / 2),
        "sqrt(2)": math.sqrt(2),
        "1": 1.0,
        "0.02": 0.02,
        "0.01": 0.01,
    }
    found = next((name for name, std in readings.items() if abs(spread / std - 1) < off), None)
    steps = round(10 * math.log(spread / math.sqrt(2 / fan_in))) if spread > 0 else -math.inf
    return found or f"{steps:+} tenths"


def holds_for_any_fan_in(world: World, draw: Draw) -> None:
    """Of three inputs, of one, of many and of some: an off-by-one in fan_in shows at the small ones, as more than 8 %.

    Three come first: there fan_in + 1 is no power of two, and so no missing gain.
    """
    for fan_out, fan_in in ((2500, 3), (7000, 1), (12, 700), (draw.integer(600, 900), draw.integer(10, 30))):
        W = weight(world, fan_out, fan_in)
        spread = float(W.square().mean().sqrt())
        found = reading(spread, fan_out, fan_in, off=0.08)
        expect(found == RIGHT, f"for fan_in = {fan_in} {expected_spread(spread, fan_in)}", f"fan_in {fan_in}, {found}")


def is_gaussian(world: World, draw: Draw) -> None:
    """The fourth moment in units of the squared variance: 3, with a standard error of sqrt(24 / n)."""
    W = weight(world, FAN_OUT, FAN_IN)
    centered = W - W.mean()
    variance = float(centered.square().mean())
    expect(variance > 0, "all weights are equal", "equal")
    fourth, off = float(centered.pow(4).mean()) / variance**2, STANDARD_ERRORS * math.sqrt(24 / W.numel())
    readings = {"Gaussian": 3.0, "uniform": 1.8, "of one size": 1.0, "cut off at two standard deviations": 2.36}
    found = next((name for name, value in readings.items() if abs(fourth - value) < off), UNKNOWN)
    message = f"the weights are not normal: their fourth moment is {fourth:.2f} variance², expected 3 ({found})"
    expect(found == "Gaussian", message, found)


def weights_are_independent(world: World, draw: Draw) -> None:
    """Nothing is shared, fixed, or normalized after the draw."""
    draws = [weight(world, 24, 24) for _ in range(5)]
    W, again = draws[:2]
    expect(float(W.std()) > 0, "all weights are equal", "equal")
    expect(not torch.equal(W, again), "every call gives the same weights: draw them anew", "repeated")
    expect(not torch.allclose(W[:1].expand_as(W), W), "all rows are the same: draw every weight by itself", "rows")
    expect(
        not torch.allclose(W[:, :1].expand_as(W), W), "all columns are the same: draw every weight by itself", "columns"
    )
    expect(not torch.allclose(W, W.T), "the matrix is symmetric: draw every weight by itself", "symmetric")
    orthogonal = torch.allclose(W @ W.T, float((W @ W.T)[0, 0]) * torch.eye(24).double(), atol=1e-3)
    expect(not orthogonal, "the rows are orthogonal: draw every weight by itself", "orthogonal")
    for axis, what in ((1, "row"), (0, "column")):
        norms = W.norm(dim=axis)
        expect(float(norms.std() / norms.mean()) > 1e-3, f"every {what} has the same norm: don't normalize", what)
    for spreads in ([float(W.std()) for W in draws], [float(W.square().mean()) for W in draws]):
        message = "every call has exactly the same standard deviation: don't standardize the draws"
        expect(max(spreads) > 1.0001 * min(spreads), message, "standardized")
    means = [abs(float(W.mean() / W.std())) for W in draws]
    expect(max(means) > 1e-5, "every call has exactly mean 0: don't center the draws", "centered")
    expect_a_draw_for_each(torch.cat(draws))


PROBLEM = Problem(
    id="kaiming-init",
    entries=(kaiming_normal,),
    cases=cases,
    laws=(
        Law("the standard deviation", has_the_right_spread),
        Law("the standard deviation for any fan_in", holds_for_any_fan_in),
        Law("the distribution is normal", is_gaussian),
        Law("all weights are independent draws", weights_are_independent),
    ),
    dtypes=(torch.float32,),
    grad=False,
)
