"""How answers to `receptive-field` are judged."""

from collections.abc import Iterator

import torch

from reference_impls.problem import Case, Draw, Law, Problem, Scenario, World, expect, sweep
from reference_impls.vision.receptive_field.reference import receptive_field

Layers = list[tuple[int, int, int]]


def stack(draw: Draw) -> tuple[Layers]:
    """A few layers."""
    return ([(draw.integer(1, 7), draw.integer(1, 3), draw.integer(1, 4)) for _ in range(draw.integer(0, 5))],)


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    yield Case("no layers", ([],))
    yield Case("one layer", ([(draw.integer(3, 9), 1, 1)],))
    yield Case("one layer with a stride", ([(5, 3, 1)],))
    yield Case("one layer with a dilation", ([(3, 1, 4)],))
    yield Case("one layer with both", ([(4, 2, 3)],))
    yield Case("three of 3 x 3", ([(3, 1, 1)] * 3,))
    yield Case("a stride first", ([(3, 2, 1), (3, 1, 1)],))
    yield Case("a stride last", ([(3, 1, 1), (3, 2, 1)],))
    yield Case("strides in each layer", ([(7, 2, 1), (3, 2, 1), (5, 3, 1), (3, 1, 1)],))
    yield Case("dilations that double", ([(3, 1, 1), (3, 1, 2), (3, 1, 4), (3, 1, 8)],))
    yield Case("kernels of one", ([(1, 1, 1), (1, 3, 2), (1, 2, 5)],))
    yield Case("a kernel of one with a stride in between", ([(3, 1, 1), (1, 2, 1), (3, 1, 1)],))
    yield Case("even kernels", ([(2, 2, 1), (4, 2, 1), (2, 1, 3)],))
    yield Case("strides and dilations", ([(5, 2, 2), (3, 3, 1), (4, 1, 3), (3, 2, 2)],))
    yield Case("the stem and a stage of a ResNet", ([(7, 2, 1), (3, 2, 1)] + [(3, 1, 1)] * 4,))
    yield Case("a long stack", ([(3, 2, 1)] * 60,))
    yield Case("a stack whose field exceeds 64 bits", ([(3, 2, 1)] * draw.integer(85, 95),))
    yield sweep("receptive_field", stack, calls=80)


def is_an_int(world: World, draw: Draw) -> None:
    value = world.call("receptive_field", [(draw.integer(2, 5), 2, 1), (3, 1, 2)])
    whole = "int" in type(value).__name__ or "int" in str(getattr(value, "dtype", ""))
    expect(whole, f"the field is an int, not {value!r}", "float")


PROBLEM = Problem(
    id="receptive-field",
    entries=(receptive_field,),
    cases=cases,
    laws=(Law("the result is an int", is_an_int),),
    dtypes=(torch.float32,),
    grad=False,
)
