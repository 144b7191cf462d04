"""How answers to `dps-gradient` are judged."""

from collections.abc import Callable, Iterator
from functools import partial

import torch
from torch import Tensor

from reference_impls.problem import Draw, Observation, Problem, Scenario, World
from reference_impls.sampling.dps_gradient.reference import dps_gradient

ENTRY = "dps_gradient"

Operator = Callable[[Tensor], Tensor]


def network(x: Tensor, t: Tensor) -> Tensor:
    """A noise prediction that mixes neighbors and feels each sample's t."""
    phase = (0.013 * torch.as_tensor(t).double()).reshape(-1, *[1] * (x.ndim - 1)).to(x.dtype)
    return (0.8 * x + 0.5 * x.roll(1, -1) + phase).sin() + 0.2 * x


def every_second(x: Tensor) -> Tensor:
    """Subsampling: y is smaller than x."""
    return 1.3 * x[..., ::2]


def averages(x: Tensor) -> Tensor:
    """Blur along the last axis."""
    return (x + x.roll(1, -1) + x.roll(2, -1)) / 3


def saturating(x: Tensor) -> Tensor:
    """A measurement that isn't linear."""
    return (0.7 * x).tanh() + 0.1 * x


def channel_sum(x: Tensor) -> Tensor:
    """One gray image of all channels."""
    return x.sum(dim=1)


def guiding(
    world: World, draw: Draw, *, shape: tuple[int, ...], operator: Operator, alpha_bar: float, one_time: bool = False
) -> Iterator[Observation]:
    """What the model is called with, and the gradient."""
    x_t = draw.normal(*shape)
    y = draw.normal(*operator(x_t).shape)
    t = draw.integers(0, 500, *(() if one_time else shape[:1]))
    model, measure = world.spy(network), world.spy(operator)
    result = world.call(ENTRY, x_t, y, model, measure, alpha_bar, t)
    yield "the number of calls of the model", len(model.calls)
    for call in model.calls[:1]:
        for name, value in zip(("x_t", "t"), (*call.args, *call.kwargs.values()), strict=False):
            yield f"{name} in the call of the model", torch.as_tensor(value).detach()
    yield "the gradient", result


def what_is_left(world: World, draw: Draw) -> Iterator[Observation]:
    """What a sampling loop goes on with: an x_t that requires gradients would record all later steps."""
    x_t, y = world.keep(draw.normal(3, 4)), draw.normal(3, 2)
    model, measure, t = world.spy(network), world.spy(every_second), draw.integers(0, 500, 3)
    yield "the gradient", world.call(ENTRY, x_t, y, model, measure, 0.6, t)
    if x_t.type_name != "Tensor":  # NumPy has no gradients to leave alone
        return
    yield "whether x_t requires gradients afterwards", world.get(x_t, "requires_grad")
    yield "x_t.grad afterwards", world.get(x_t, "grad")


def through_a_layer(world: World, draw: Draw) -> Iterator[Observation]:
    """A linear layer measures: unlike a spy's, its gradient can be differentiated again, so a graph of it shows."""
    x_t, y = draw.normal(3, 4), draw.normal(3, 2)
    layer = world.linear(draw.normal(2, 4), draw.normal(2))
    result = world.new(ENTRY, x_t, y, world.spy(network), layer, 0.6, draw.integers(0, 500, 3))
    yield "the gradient", world.value(result)
    attached = result.type_name != "ndarray" and bool(world.get(result, "requires_grad"))
    yield "whether the result carries an autograd graph", attached


def cases(draw: Draw) -> Iterator[Scenario]:
    def run(name: str, operator: Operator, alpha_bar: float, *shape: int, one_time: bool = False) -> Scenario:
        steps = partial(guiding, shape=shape, operator=operator, alpha_bar=alpha_bar, one_time=one_time)
        return Scenario(name, steps)

    yield run("one vector, every second value", every_second, 0.6, 1, 4)
    yield run("a batch of vectors", averages, 0.5, 3, 5)
    yield run("a small alpha_bar", averages, 0.07, 2, 6)
    yield run("an alpha_bar near 1", every_second, 0.98, 2, 6)
    yield run("images, subsampled", every_second, 0.7, 2, 3, 4, 5)
    yield run("images, sum of the channels", channel_sum, 0.4, 2, 3, 4, 5)
    yield run("a measurement that isn't linear", saturating, 0.3, 3, 2, 4)
    yield run("one time for all samples", averages, 0.8, 2, 7, one_time=True)
    yield run("as many channels as samples", saturating, 0.55, 4, 4, 4)
    yield Scenario("a linear layer measures", through_a_layer)
    yield Scenario("what the call leaves of x_t", what_is_left)


PROBLEM = Problem(id="dps-gradient", entries=(dps_gradient,), cases=cases, grad=False)
