"""How answers to `affine-coupling` are judged."""

from collections.abc import Iterator
from functools import partial

import torch
from torch import Tensor

from reference_impls.generative.affine_coupling.reference import coupling_forward, coupling_inverse
from reference_impls.problem import GRADIENT, Draw, Observation, Problem, Scenario, World

FORWARD, INVERSE = "coupling_forward", "coupling_inverse"


def network(half: Tensor) -> Tensor:
    """(B,D/2) -> (B,D): scales and shifts that mix the features, with a mean of their own each."""
    mixed = half + 0.6 * half.roll(1, -1)
    s = 0.9 * (mixed + 0.4).sin() + 0.25
    t = 1.3 * (0.8 * half - 0.5).cos() - 0.7 * half
    return torch.cat([s, t], dim=-1)


def mapped(world: World, draw: Draw, *, entry: str, B: int, D: int) -> Iterator[Observation]:
    """What the network is called with, both results, and the gradient."""
    x = draw.normal(B, D, mean=0.3, scale=1.3)
    net = world.spy(network)
    result, gradients = world.gradients(entry, x, net, cotangents=[draw.normal(B, D), draw.normal(B)])
    yield "the number of calls of net", len(net.calls)
    for call in net.calls[:1]:
        for given in (*call.args, *call.kwargs.values())[:1]:
            yield "the input of net", torch.as_tensor(given).detach()
    yield "how many values come back", len(result)
    yield "the result", result[0]
    yield "log_det", result[1]
    yield f"{GRADIENT}the input", gradients.get("args[0]")


def there_and_back(world: World, draw: Draw, *, B: int, D: int) -> Iterator[Observation]:
    """The inverse of what came out is what went in, and the determinants cancel."""
    x = draw.normal(B, D)
    y, log_det = world.call(FORWARD, x, world.spy(network))
    y = torch.as_tensor(y).detach().to(x.dtype)
    again, back = world.call(INVERSE, y, world.spy(network))
    yield "what comes back", again
    yield "the sum of the two log_det", torch.as_tensor(log_det).detach() + torch.as_tensor(back).detach() + 1


def cases(draw: Draw) -> Iterator[Scenario]:
    yield Scenario("forward, two features", partial(mapped, entry=FORWARD, B=1, D=2))
    yield Scenario("inverse, two features", partial(mapped, entry=INVERSE, B=1, D=2))
    yield Scenario("forward, six features", partial(mapped, entry=FORWARD, B=3, D=6))
    yield Scenario("inverse, six features", partial(mapped, entry=INVERSE, B=3, D=6))
    yield Scenario("forward, as many samples as features", partial(mapped, entry=FORWARD, B=4, D=4))
    yield Scenario("inverse, as many samples as features", partial(mapped, entry=INVERSE, B=4, D=4))
    yield Scenario("forward, a larger batch", partial(mapped, entry=FORWARD, B=7, D=2))
    yield Scenario("inverse, a larger batch", partial(mapped, entry=INVERSE, B=2, D=10))
    yield Scenario("there and back", partial(there_and_back, B=5, D=8))


PROBLEM = Problem(id="affine-coupling", entries=(coupling_forward, coupling_inverse), cases=cases)
