"""How answers to `gradient-penalty` are judged."""

import math
from collections.abc import Iterator
from functools import partial

import torch
from torch import Tensor

from reference_impls.generative.gradient_penalty.reference import gradient_penalty
from reference_impls.problem import GRADIENT, Draw, Observation, Problem, Scenario, World

ENTRY = "gradient_penalty"


def scores_of(x: Tensor) -> Tensor:
    """A critic whose gradient has a norm of its own at every sample, below 1 and above."""
    flat = x.flatten(1)
    D = flat.shape[1]
    weight = (torch.arange(1, D + 1, dtype=torch.float64) * 0.7).cos().to(x.dtype) + 0.3
    bent = (weight * (flat + 0.5 * flat.roll(1, -1)).sin()).sum(dim=1) / math.sqrt(D)
    return (1.1 + 0.5 * flat[:, 0]) * bent


def as_column(x: Tensor) -> Tensor:
    """The same scores, (B,1)."""
    return scores_of(x)[:, None]


def value(world: World, draw: Draw, *, shape: tuple[int, ...], column: bool = False) -> Iterator[Observation]:
    """Where the critic is asked, how often, and the penalty."""
    real, fake = draw.normal(*shape), draw.normal(*shape, mean=0.5, scale=1.4)
    alpha = draw.uniform(shape[0], *[1] * (len(shape) - 1))
    critic = world.spy(as_column if column else scores_of)
    penalty = world.call(ENTRY, critic, real, fake, alpha)
    yield "the number of calls of the critic", len(critic.calls)
    for call in critic.calls[:1]:
        for given in (*call.args, *call.kwargs.values())[:1]:
            yield "the points at which the critic is called", torch.as_tensor(given).detach()
    yield "the penalty", penalty


def trained(world: World, draw: Draw, *, B: int, D: int, size: float) -> Iterator[Observation]:
    """A linear critic, whose penalty is (‖w‖ - 1)²: its gradient must come out of the second pass."""
    critic = world.linear(draw.normal(1, D, scale=size / math.sqrt(D)), draw.normal(1))
    real, fake, alpha = draw.normal(B, D), draw.normal(B, D), draw.uniform(B, 1)
    result = world.new(ENTRY, critic, real, fake, alpha)
    yield "the penalty", world.value(result)
    yield "whether the critic's weight has no .grad after the call", world.get(critic, "weight.grad") is None
    attached = result.type_name != "ndarray" and bool(world.get(result, "requires_grad"))
    yield "whether the penalty can be differentiated", attached
    if attached:
        world.call((result, "backward"))
    yield f"{GRADIENT}the critic's weight", world.get(critic, "weight.grad") if attached else None


def cases(draw: Draw) -> Iterator[Scenario]:
    yield Scenario("two vectors", partial(value, shape=(2, 3)))
    yield Scenario("more vectors", partial(value, shape=(5, 4)))
    yield Scenario("scores as a column", partial(value, shape=(4, 3), column=True))
    yield Scenario("images", partial(value, shape=(3, 2, 4, 5)))
    yield Scenario("the gradient for a critic that is too steep", partial(trained, B=4, D=3, size=2.5))
    yield Scenario("the gradient for a critic that is too flat", partial(trained, B=3, D=5, size=0.4))
    yield Scenario("one sample", partial(value, shape=(1, 6)))
    yield Scenario("one dimension", partial(value, shape=(6, 1), column=True))
    yield Scenario("as many samples as channels, rows and columns", partial(value, shape=(3, 3, 3, 3)))
    yield Scenario("sequences, scores as a column", partial(value, shape=(4, 3, 2), column=True))


PROBLEM = Problem(id="gradient-penalty", entries=(gradient_penalty,), cases=cases, gradients_are_asked=True)
