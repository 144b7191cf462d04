"""How answers to `conv-output-size` are judged."""

from collections.abc import Iterator

import torch

from reference_impls.problem import Case, Draw, Law, Problem, Scenario, World, expect, sweep
from reference_impls.vision.conv_output_size.reference import conv_output_size


def fitting(draw: Draw) -> tuple[int, int, int, int, int]:
    """A convolution whose kernel fits."""
    while True:
        w, f, s, p, d = (draw.integer(1, most) for most in (20, 6, 5, 4, 4))
        p -= 1
        if d * (f - 1) + 1 <= w + 2 * p:
            return w, f, s, p, d


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    yield Case("stride, padding and dilation left out", (draw.integer(8, 12), draw.integer(2, 5)))
    yield Case("kernel 3, padding 1", (draw.integer(9, 14), 3), {"p": 1})
    yield Case("a stride that divides", (13, 3, 2))
    yield Case("a stride that leaves a rest", (14, 3, 2))
    yield Case("stride 2, padding 3, kernel 7", (224, 7, 2, 3))
    yield Case("dilation 4", (draw.integer(20, 25), 3), {"d": 4})
    yield Case("everything given", (31, 4, 3, 2, 3))
    yield Case("a kernel of one", (draw.integer(7, 12), 1, 3), {"d": 2})
    yield Case("a kernel as wide as the input", (draw.integer(5, 8),) * 2)
    yield Case("an input of one", (1, 3), {"p": 2})
    yield Case("a stride longer than the input", (6, 2, 9))
    odd = 2**60 + 2 * draw.integer(20, 60) + 1  # in floats the width is 2**59, or one more
    yield Case("a long signal", (odd, 5, 2, 1, 3))
    yield sweep("conv_output_size", fitting)


def is_an_int(world: World, draw: Draw) -> None:
    value = world.call("conv_output_size", *fitting(draw))
    whole = "int" in type(value).__name__ or "int" in str(getattr(value, "dtype", ""))
    expect(whole, f"the width is an int, not {value!r}", "float")


PROBLEM = Problem(
    id="conv-output-size",
    entries=(conv_output_size,),
    cases=cases,
    laws=(Law("the result is an int", is_an_int),),
    dtypes=(torch.float32,),
    grad=False,
)
