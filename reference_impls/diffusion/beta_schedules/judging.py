"""How answers to `beta-schedules` are judged."""

from collections.abc import Iterator

import torch

from reference_impls.diffusion.beta_schedules.reference import alphas_bar
from reference_impls.problem import Case, Draw, Law, Problem, Scenario, World, expect, refusals


def another_name(draw: Draw) -> tuple[str, int]:
    letters = "".join(chr(ord("a") + draw.integer(0, 25)) for _ in range(draw.integer(3, 8)))
    return f"{letters}x", draw.integer(1, 9)


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    """Linear with one step is left out: what a slope over one point is, everybody may decide."""
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
    yield Case("linear, some steps", ("linear", draw.integer(20, 90)))
    yield Case("cosine, some steps", ("cosine", draw.integer(20, 90)))
    yield Case("another name", ("quadratic", 6), raises=("ValueError",))
    yield Case("another name, one more", ("sine", 4), raises=("ValueError",))
    yield refusals("alphas_bar", another_name, "ValueError", calls=6)


def comes_in_float64(world: World, draw: Draw) -> None:
    """A list of Python floats is float64, too."""
    for schedule in ("linear", "cosine"):
        value = world.call("alphas_bar", schedule, draw.integer(2, 100))
        first = value[0] if isinstance(value, list | tuple) and value else value
        dtype = str(getattr(first, "dtype", "float64")).removeprefix("torch.")
        expect(dtype == "float64", f"{schedule}: the result is {dtype}, expected float64", "dtype")


def computed_in_float64(world: World, draw: Draw) -> None:
    """The last levels of a thousand are differences from 1 of many digits: float32 is off by 1e-5 and more there."""
    for schedule in ("linear", "cosine"):
        steps = draw.integer(900, 1500)
        right = alphas_bar(schedule, steps)
        value = torch.as_tensor(world.call("alphas_bar", schedule, steps), dtype=torch.float64)
        expect(value.shape == right.shape, f"{schedule}: {steps} levels expected", "shape")
        off = float(((value - right) / right).abs().max())
        expect(off < 1e-4, f"{schedule}: a level of {steps} is off by {off:.1g} of itself", "last-levels")
        expect(off < 1e-8, f"{schedule}: a level of {steps} is off by {off:.1g} of itself, as float32 is", "precision")


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
