"""How answers to `fp8-quantize` are judged."""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.problem import Case, Draw, Law, Observation, Problem, Scenario, Tolerance, World, dtype_of, expect
from reference_impls.training.fp8_quantize.reference import fp8_e4m3

# The answers are values of the format, which every dtype holds exactly: no small one may hide behind a large one.
DTYPES = (torch.float32, torch.float64, torch.float16, torch.bfloat16)
EXACT = {dtype: Tolerance(1e-5, 0.0, floor=0.0) for dtype in DTYPES}


def signs(draw: Draw, *shape: int) -> Tensor:
    """1 or -1."""
    return 1 - 2 * draw.integers(0, 2, *shape).double()


def between_codes(draw: Draw, low: int, high: int, *shape: int) -> Tensor:
    """Normal values of exponents in [low, high], up to 0.4 steps away from a code."""
    k = draw.integers(8, 16, *shape).double() + draw.uniform(*shape, low=-0.4, high=0.4).double()
    return draw.floating(signs(draw, *shape) * k * 2.0 ** (draw.integers(low, high + 1, *shape) - 3))


def below_the_normal(draw: Draw, *shape: int) -> Tensor:
    """Values of up to 7.4 steps of 2^-9."""
    k = draw.integers(0, 8, *shape).double() + draw.uniform(*shape, low=-0.4, high=0.4).double()
    return draw.floating(signs(draw, *shape) * k * 2.0**-9)


def ties(draw: Draw, low: int, high: int, *shape: int) -> Tensor:
    """Exactly between two codes, normal ones."""
    k = draw.integers(8, 16, *shape).double() + 0.5
    return draw.floating(signs(draw, *shape) * k * 2.0 ** (draw.integers(low, high + 1, *shape) - 3))


def beside_ties(draw: Draw, *shape: int) -> Tensor:
    """So near to a tie, on either side, that float32 cannot tell them apart."""
    k = draw.integers(8, 16, *shape).double() + 0.5 + signs(draw, *shape) * 2.0**-30
    return draw.floating(signs(draw, *shape) * k * 2.0 ** (draw.integers(-6, 8, *shape) - 3))


def not_a_number(world: World, draw: Draw) -> Iterator[Observation]:
    """Beside numbers."""
    yield "the values for NaN, 0.3, -7.2, NaN", world.call("fp8_e4m3", draw.floating([torch.nan, 0.3, -7.2, torch.nan]))


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    inf = float("inf")
    yield Case("four values near 1", (between_codes(draw, 0, 1, 4),))
    yield Case("all exponents", (between_codes(draw, -6, 7, 5, 8),))
    yield Case("subnormal values", (below_the_normal(draw, 4, 6),))
    yield Case("ties", (ties(draw, -6, 7, 3, 5, 2),))
    yield Case("beyond the largest value", (draw.floating([448.0, 460.0, -464.0, 470.0, -500.0, 1e4, -449.0, 447.0]),))
    yield Case("infinities", (draw.floating([inf, -inf, 3.1]),))
    yield Scenario("NaN", not_a_number)
    yield Case("ties between subnormal values", (draw.floating([0.5, 1.5, -2.5, 3.5, 4.5, -5.5, 6.5, 7.5]) * 2.0**-9,))
    yield Case("around the smallest normal value", (draw.floating([7.3, 7.7, 8.0, -8.4, 8.6, 15.7, 16.9]) * 2.0**-9,))
    yield Case("near the next power of two", (draw.floating([15.6, -15.7, 15.5, 15.4, 31.2, -63.0]) / 8,))
    yield Case("between 240 and 448", (draw.floating([241.0, -250.0, 263.0, 300.0, 351.0, -399.0, 430.0, 440.0]),))
    yield Case("zeros", (draw.floating(torch.zeros(2, 3)),))
    yield Case("a value so small that it becomes 0", (draw.floating([0.4 * 2.0**-9, -1e-4, 1e-7, 0.45 * 2.0**-9]),))
    yield Case("half precision, all exponents", (between_codes(draw, -6, 7, 6, 5),), dtypes=DTYPES)
    yield Case("half precision, subnormal values", (below_the_normal(draw, 12),), dtypes=DTYPES)
    yield Case("half precision, large values", (draw.normal(9, scale=400.0),), dtypes=(torch.float32, torch.bfloat16))
    yield Case("one number", (draw.floating(5.3),))
    yield Case("beside a tie in float64", (beside_ties(draw, 4, 6),), dtypes=(torch.float64,))


def keeps_the_dtype(world: World, draw: Draw) -> None:
    for x in (draw.normal(2, 3), draw.normal(2, 3).double(), draw.normal(2, 3).half()):
        want, got = dtype_of(x), dtype_of(world.call("fp8_e4m3", x))
        expect(got == want, f"{want} comes in, {got} comes out", f"dtype-{want}-{got}")


PROBLEM = Problem(
    id="fp8-quantize",
    entries=(fp8_e4m3,),
    cases=cases,
    laws=(Law("the result has the dtype of x", keeps_the_dtype),),
    tolerances=EXACT,
    grad=False,
)
