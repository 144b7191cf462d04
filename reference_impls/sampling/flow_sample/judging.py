"""How answers to `flow-sample` are judged."""

from collections.abc import Iterator
from functools import partial

import torch
from torch import Tensor

from reference_impls.problem import Draw, Observation, Problem, Scenario, World
from reference_impls.sampling.flow_sample.reference import Model, flow_sample

ENTRY = "flow_sample"


def network(x: Tensor, t: Tensor) -> Tensor:
    """A velocity that is linear in neither x nor t, and differs where samples have different times."""
    phase = (2.3 * torch.as_tensor(t).double()).reshape(-1, *[1] * (x.ndim - 1)).to(x.dtype)
    return (1.2 * x + phase).sin() + phase * x.roll(1, -1).cos() + 0.3


def arithmetic(x: Tensor, t: Tensor) -> Tensor:
    """A velocity of plain arithmetic, which runs with its arguments exchanged, too (in a batch of one)."""
    return 0.3 * x * x - 1.5 * t * x + 0.2


def sampling(
    world: World, draw: Draw, *, shape: tuple[int, ...], steps: int, velocity: Model = network, scale: float = 1.0
) -> Iterator[Observation]:
    """The calls of the model and what comes out."""
    model, x0 = world.spy(velocity), draw.normal(*shape, scale=scale)
    result = world.call(ENTRY, model, x0, steps)
    times = [torch.as_tensor((*call.args, *call.kwargs.values())[1]).detach() for call in model.calls]
    yield "the number of calls of the model", len(times)
    yield "the sample at t = 1", result
    yield "the shapes of t", sorted({tuple(t.shape) for t in times})
    yield "t in the calls of the model", torch.cat([torch.zeros(0).double(), *(t.flatten().double() for t in times)])
    yield "the dtype of t", sorted({"x0's" if t.dtype == x0.dtype else str(t.dtype) for t in times})


def cases(draw: Draw) -> Iterator[Scenario]:
    yield Scenario("one step", partial(sampling, shape=(2, 3), steps=1))
    yield Scenario("one sample, one step", partial(sampling, shape=(1, 3), steps=1))
    yield Scenario("two steps", partial(sampling, shape=(3, 5), steps=2))
    yield Scenario("three steps of one sample", partial(sampling, shape=(1, 6), steps=3))
    yield Scenario("four steps of vectors", partial(sampling, shape=(5, 2), steps=4))
    yield Scenario("images", partial(sampling, shape=(2, 3, 4, 5), steps=5))
    yield Scenario("as many channels as samples", partial(sampling, shape=(4, 4, 2, 3), steps=2))
    yield Scenario("sequences, seven steps", partial(sampling, shape=(3, 4, 2), steps=7))
    yield Scenario("a batch of numbers", partial(sampling, shape=(4,), steps=3, velocity=of_numbers))
    yield Scenario("ten steps", partial(sampling, shape=(2, 4), steps=10))
    yield Scenario("far from the origin", partial(sampling, shape=(3, 4), steps=4, scale=5.0))
    yield Scenario("videos", partial(sampling, shape=(2, 3, 2, 4, 3), steps=3))
    yield Scenario("49 steps", partial(sampling, shape=(2, 5), steps=49))
    yield Scenario("a velocity of plain arithmetic", partial(sampling, shape=(1, 5), steps=3, velocity=arithmetic))


def of_numbers(x: Tensor, t: Tensor) -> Tensor:
    """A velocity of samples that are single numbers."""
    return (1.2 * x + 2.3 * t).sin() + 0.3


PROBLEM = Problem(
    id="flow-sample",
    entries=(flow_sample,),
    cases=cases,
    grad=False,
)
