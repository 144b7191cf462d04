"""How answers to `beta-schedules` are judged."""

from collections.abc import Iterator

import torch

from reference_impls.diffusion.beta_schedules.reference import alphas_bar
from reference_impls.problem import Case, Draw, Law, Problem, World, expect


def cases(draw: Draw) -> Iterator[Case]:
    """Nothing is drawn. Linear with one step is left out: what a slope over one point is, everybody may decide."""
    del draw
    yield Case("cosine, one step", ("cosine", 1))
    yield Case("linear, two steps", ("linear", 2))
    yield Case("cosine, two steps", ("cosine", 2))
    yield Case("cosine, five steps", ("cosine", 5))
    yield Case("linear, seven steps", ("linear", 7))
    yield Case("linear by keyword", (), {"steps": 12, "schedule": "linear"})
    yield Case("cosine by keyword", (), {"steps": 16, "schedule": "cosine"})
    yield Case("linear, a hundred steps", ("linear", 100))
    yield Case("cosine, a hundred steps", ("cosine", 100))
    yield Case("linear, a thousand steps", ("linear", 1000))
    yield Case("cosine, a thousand steps", ("cosine", 1000))
    yield Case("linear, 1500 steps", ("linear", 1500))
    yield Case("another name", ("quadratic", 6), raises=("ValueError",))
    yield Case("another name, one more", ("sine", 4), raises=("ValueError",))


def comes_in_float64(world: World, draw: Draw) -> None:
    """A list of Python floats is float64, too."""
    del draw
    for schedule in ("linear", "cosine"):
        value = world.call("alphas_bar", schedule, 8)
        first = value[0] if isinstance(value, list | tuple) and value else value
        dtype = str(getattr(first, "dtype", "float64")).removeprefix("torch.")
        expect(dtype == "float64", f"{schedule}: the result is {dtype}, expected float64", "dtype")


def computed_in_float64(world: World, draw: Draw) -> None:
    """The last levels of a thousand are differences from 1 of many digits: float32 is off by 1e-5 and more there."""
    del draw
    for schedule in ("linear", "cosine"):
        right = alphas_bar(schedule, 1000)
        value = torch.as_tensor(world.call("alphas_bar", schedule, 1000), dtype=torch.float64)
        expect(value.shape == right.shape, f"{schedule}: 1000 levels expected", "shape")
        off = float(((value - right) / right).abs().max())
        expect(off < 1e-4, f"{schedule}: a level of 1000 is off by {off:.1g} of itself", "last-levels")
        expect(off < 1e-8, f"{schedule}: a level of 1000 is off by {off:.1g} of itself, as float32 is", "precision")


PROBLEM = Problem(
    id="beta-schedules",
    entries=(alphas_bar,),
    cases=cases,
    laws=(
        Law("the result is float64", comes_in_float64),
        Law("it is computed in float64", computed_in_float64),
    ),
    dtypes=(torch.float64,),
    grad=False,
)
