"""How answers to `mpgd-step` are judged."""

from collections.abc import Callable, Iterator
from functools import partial

import torch
from torch import Tensor

from reference_impls.problem import Draw, Observation, Problem, Scenario, World
from reference_impls.sampling.mpgd_step.reference import mpgd_x0

ENTRY = "mpgd_x0"

Map = Callable[[Tensor], Tensor]


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


def encode(x: Tensor) -> Tensor:
    """A code in another shape, one axis less."""
    return (0.9 * x + 0.3 * x.roll(1, -1)).sin().flatten(-2) if x.ndim > 2 else (0.9 * x + 0.2).sin()


def decoder(shape: tuple[int, ...]) -> Map:
    """From the code back to samples of this shape."""
    return lambda z: 1.4 * z.reshape(-1, *shape[1:]) + 0.1


def correcting(
    world: World, draw: Draw, *, shape: tuple[int, ...], operator: Map, step: float
) -> Iterator[Observation]:
    """What the autoencoder is given, and the result."""
    x0_hat = draw.normal(*shape)
    y = draw.normal(*operator(x0_hat).shape)
    measure, encoder, decode = world.spy(operator), world.spy(encode), world.spy(decoder(shape))
    result = world.new(ENTRY, x0_hat, y, measure, step, encoder, decode)
    yield "x0", world.value(result)
    for name, spy in (("encode", encoder), ("decode", decode)):
        yield f"the number of calls of {name}", len(spy.calls)
        given = [(*call.args, *call.kwargs.values())[0] for call in spy.calls[:1]]
        yield f"what {name} is called with", torch.as_tensor(*given or [0.0]).detach()
    attached = result.type_name != "ndarray" and bool(world.get(result, "requires_grad"))
    yield "whether the result carries an autograd graph", attached


def what_is_left(world: World, draw: Draw) -> Iterator[Observation]:
    """What a sampling loop goes on with: an x0_hat that requires gradients would record all that follows."""
    x0_hat, y = world.keep(draw.normal(3, 4)), draw.normal(3, 2)
    measure, encoder, decode = world.spy(every_second), world.spy(encode), world.spy(decoder((3, 4)))
    yield "x0", world.call(ENTRY, x0_hat, y, measure, 0.3, encoder, decode)
    if x0_hat.type_name != "Tensor":  # NumPy has no gradients to leave alone
        return
    yield "whether x0_hat requires gradients afterwards", world.get(x0_hat, "requires_grad")
    yield "x0_hat.grad afterwards", world.get(x0_hat, "grad")


def cases(draw: Draw) -> Iterator[Scenario]:
    def run(name: str, operator: Map, step: float, *shape: int) -> Scenario:
        return Scenario(name, partial(correcting, shape=shape, operator=operator, step=step))

    yield run("one vector, every second value", every_second, 0.3, 1, 4)
    yield run("a batch of vectors", averages, 0.2, 3, 5)
    yield run("a small step", averages, 0.01, 2, 6)
    yield run("a large step", every_second, 2.5, 2, 6)
    yield run("step 0", averages, 0.0, 2, 3)
    yield run("sequences, subsampled", every_second, 0.4, 2, 3, 6)
    yield run("images, sum of the channels", channel_sum, 0.15, 2, 3, 4, 5)
    yield run("a measurement that isn't linear", saturating, 0.5, 3, 2, 4)
    yield run("as many channels as samples", saturating, 0.7, 4, 4, 4)
    yield Scenario("what the call leaves of x0_hat", what_is_left)


PROBLEM = Problem(id="mpgd-step", entries=(mpgd_x0,), cases=cases, grad=False)
