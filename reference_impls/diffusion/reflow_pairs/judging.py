"""How answers to `reflow-pairs` are judged."""

from collections.abc import Iterator
from functools import partial

import torch
from torch import Tensor

from reference_impls.diffusion.reflow_pairs.reference import Model, reflow_pairs
from reference_impls.problem import Draw, Observation, Problem, Scenario, World

ENTRY = "reflow_pairs"


def network(x: Tensor, t: Tensor) -> Tensor:
    """A velocity that is linear in neither x nor t, and differs where samples have different times."""
    phase = (2.3 * torch.as_tensor(t).double()).reshape(-1, *[1] * (x.ndim - 1)).to(x.dtype)
    return (1.2 * x + phase).sin() + phase * x.roll(1, -1).cos() + 0.3


def arithmetic(x: Tensor, t: Tensor) -> Tensor:
    """A velocity of plain arithmetic, which runs with its arguments exchanged, too (in a batch of one)."""
    return 0.3 * x * x - 1.5 * t * x + 0.2


def pairs(
    world: World, draw: Draw, *, shape: tuple[int, ...], steps: int, velocity: Model = network
) -> Iterator[Observation]:
    """The calls of the model, and both members of the pair."""
    model, x0 = world.spy(velocity), draw.normal(*shape)
    result = world.new(ENTRY, model, x0, steps)
    times = [torch.as_tensor((*call.args, *call.kwargs.values())[1]).detach() for call in model.calls]
    yield "the number of calls of the model", len(times)
    yield "how many values are returned", int(world.call((result, "__len__")))
    yield "the first of the pair", world.call((result, "__getitem__"), 0)
    yield "the second of the pair", world.call((result, "__getitem__"), 1)
    yield "the shapes of t", sorted({tuple(t.shape) for t in times})
    yield "t in the calls of the model", torch.cat([torch.zeros(0).double(), *(t.flatten().double() for t in times)])
    yield "the dtype of t", sorted({"x0's" if t.dtype == x0.dtype else str(t.dtype) for t in times})
    second = world.new((result, "__getitem__"), 1)
    attached = second.type_name != "ndarray" and bool(world.get(second, "requires_grad"))
    yield "whether the sample carries an autograd graph", attached


def cases(draw: Draw) -> Iterator[Scenario]:
    yield Scenario("one step", partial(pairs, shape=(2, 3), steps=1))
    yield Scenario("one sample, one step", partial(pairs, shape=(1, 3), steps=1))
    yield Scenario("two steps", partial(pairs, shape=(3, 5), steps=2))
    yield Scenario("three steps of one sample", partial(pairs, shape=(1, 6), steps=3))
    yield Scenario("images", partial(pairs, shape=(2, 3, 4, 5), steps=5))
    yield Scenario("as many channels as samples", partial(pairs, shape=(4, 4, 2, 3), steps=2))
    yield Scenario("sequences, seven steps", partial(pairs, shape=(3, 4, 2), steps=7))
    yield Scenario("ten steps", partial(pairs, shape=(2, 4), steps=10))
    yield Scenario("videos", partial(pairs, shape=(2, 3, 2, 4, 3), steps=3))
    yield Scenario("49 steps", partial(pairs, shape=(2, 5), steps=49))
    yield Scenario("a velocity of plain arithmetic", partial(pairs, shape=(1, 5), steps=3, velocity=arithmetic))


PROBLEM = Problem(
    id="reflow-pairs",
    entries=(reflow_pairs,),
    cases=cases,
    grad=False,
)
