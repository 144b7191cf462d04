"""How answers to `residual-block` are judged."""

import math
from collections.abc import Callable, Iterator

import torch
from torch import Tensor

from reference_impls.problem import GRADIENT, Draw, Observation, Problem, Scenario, World
from reference_impls.vision.residual_block.reference import ResidualBlock

ENTRY = "ResidualBlock"


def weights(world: World, draw: Draw, channels: int) -> dict[str, Tensor]:
    """Drawn values for every parameter and statistic; variances above zero."""
    state = {}
    for name, value in sorted(world.reference_state(ENTRY, (channels,)).items()):
        if name.endswith("num_batches_tracked"):
            state[name] = torch.tensor(draw.integer(1, 9))
        elif name.endswith("running_var"):
            state[name] = draw.uniform(*value.shape, low=0.5, high=2.0)
        elif name.startswith("bn"):
            state[name] = draw.normal(*value.shape, mean=0.5 * name.endswith("weight"), scale=0.7)
        else:
            state[name] = draw.normal(*value.shape, scale=1 / math.sqrt(9 * channels))
    return state


def run(channels: int, *shape: int, mode: str = "train", mean: float = 0.0) -> Callable[..., Iterator[Observation]]:
    """Result and gradients in training or evaluation, and the running statistics afterwards."""

    def steps(world: World, draw: Draw) -> Iterator[Observation]:
        block = world.new(ENTRY, channels)
        world.load(block, weights(world, draw, channels))
        world.new((block, mode))
        x = draw.normal(shape[0], channels, *shape[1:], mean=mean)
        result = world.call(block, x)
        yield "result", result
        for name, value in sorted(world.state(block).items()):
            if "running" in name:
                yield f"{name} afterwards", value
        cotangent = draw.normal(*torch.as_tensor(result).shape)
        _, gradients = world.gradients(block, x, cotangents=[cotangent])
        for key in sorted(gradients):
            yield f"{GRADIENT}{key}", gradients[key]

    return steps


def names_and_shapes(world: World, draw: Draw) -> Iterator[Observation]:
    """What a checkpoint would hold."""
    state = world.state(world.new(ENTRY, 3))
    yield "the names in the state_dict", sorted(state)
    yield "their shapes", [list(value.shape) for _, value in sorted(state.items())]


def cases(draw: Draw) -> Iterator[Scenario]:
    yield Scenario("names and shapes", names_and_shapes)
    yield Scenario("one channel, evaluation", run(1, 1, 2, 3, mode="eval"))
    yield Scenario("two channels, evaluation", run(2, 3, 3, 4, mode="eval"))
    yield Scenario("two channels, training", run(2, 3, 3, 2))
    yield Scenario("three channels, negative inputs, training", run(3, 1, 4, 3, mean=-2.0))


PROBLEM = Problem(
    id="residual-block",
    entries=(ResidualBlock,),
    cases=cases,
)
