"""How answers to `cfg-rectified` are judged."""

from collections.abc import Iterator
from functools import partial
from typing import Any

import torch
from torch import Tensor

from reference_impls.problem import Draw, Law, Observation, Problem, Scenario, World, expect
from reference_impls.sampling.cfg_rectified.reference import rectified_cfg_step

ENTRY = "rectified_cfg_step"


def column(value: Any, ndim: int, dtype: torch.dtype) -> Tensor:
    """One number for each sample, to be broadcast; a single one stands for all."""
    numbers: Tensor = torch.as_tensor(value)
    if numbers.ndim == 0:
        return numbers.to(dtype)
    return numbers.double().reshape(len(numbers), -1).mean(dim=1).reshape(-1, *[1] * (ndim - 1)).to(dtype)


def network(x: Tensor, t: Any, c: Tensor | None) -> Tensor:
    """A velocity that feels x, its neighbors, t and c; without a condition it has an answer of its own."""
    time = column(t, x.ndim, x.dtype)
    if c is None:
        return (1.4 * x - 2 * time).cos() - 0.5 * x
    return (x + 3 * time + 2 * column(c, x.ndim, x.dtype)).sin() + 0.4 * x.roll(1, -1)


def step(
    world: World, draw: Draw, *, shape: tuple[int, ...], labels: bool, t: float, dt: float, lam: float
) -> Iterator[Observation]:
    """One step, and the calls of the model."""
    model = world.spy(network)
    x = draw.normal(*shape)
    c = draw.integers(0, 10, shape[0]) if labels else draw.normal(shape[0], 6)
    yield "x at t + dt", world.call(ENTRY, model, x, t, dt, c, lam)
    yield "the number of calls of the model", len(model.calls)
    conditions = [(*call.args, *call.kwargs.values())[2] for call in model.calls]
    yield "the number of calls with None for c", sum(given is None for given in conditions)


def cases(draw: Draw) -> Iterator[Scenario]:
    def run(name: str, *shape: int, t: float, dt: float, lam: float, labels: bool = False) -> Scenario:
        return Scenario(name, partial(step, shape=shape, labels=labels, t=t, dt=dt, lam=lam))

    yield run("one value", 1, 1, t=0.3, dt=0.4, lam=1.5)
    yield run("vectors", 3, 4, t=0.25, dt=0.5, lam=2.5)
    yield run("vectors, backward in time", 3, 5, t=0.9, dt=-0.4, lam=2.0)
    yield run("images with class labels", 2, 3, 4, 5, t=0.5, dt=0.3, lam=3.0, labels=True)
    yield run("no guidance", 2, 3, t=0.4, dt=0.3, lam=0.0)
    yield run("lam = 1", 2, 6, t=0.2, dt=0.6, lam=1.0)
    yield run("a small lam", 4, 3, t=0.6, dt=0.35, lam=0.3)
    yield run("from t = 0", 2, 4, t=0.0, dt=0.25, lam=4.0)
    yield run("to t = 1", 3, 2, t=0.7, dt=0.3, lam=2.0, labels=True)
    yield run("to t = 0", 2, 5, t=0.5, dt=-0.5, lam=1.3)
    yield run("negative lam", 3, 3, t=0.35, dt=0.2, lam=-1.2)


def where_the_model_is_asked(world: World, draw: Draw) -> None:
    """Both calls at the predicted point get the time of the middle, even where the answer does not depend on it."""
    model = world.spy(lambda x, t, c: torch.ones_like(x))
    world.call(ENTRY, model, draw.normal(2, 3), 0.25, 0.5, draw.normal(2, 4), 2.0)
    times = sorted(
        float(torch.as_tensor((*call.args, *call.kwargs.values())[1]).double().mean()) for call in model.calls
    )
    right = len(times) == 3 and all(abs(got - want) < 1e-6 for got, want in zip(times, (0.25, 0.5, 0.5), strict=True))
    expect(right, f"for t = 0.25 and dt = 0.5 the model is asked at the times {times}", "times")


PROBLEM = Problem(
    id="cfg-rectified",
    entries=(rectified_cfg_step,),
    cases=cases,
    laws=(Law("the model is asked at t and twice at t + dt/2", where_the_model_is_asked),),
    grad=False,
)
