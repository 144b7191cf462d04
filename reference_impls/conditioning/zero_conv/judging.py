"""How answers to `zero-conv` are judged."""

import math
from collections.abc import Iterator
from functools import partial
from typing import Any

import torch
from torch import Tensor

from reference_impls.conditioning.zero_conv.reference import ControlBranch
from reference_impls.problem import GRADIENT, Draw, Observation, Problem, Ref, Scenario, World

ENTRY = "ControlBranch"
ZERO = ("zero_in.weight", "zero_in.bias", "zero_out.weight", "zero_out.bias")


def weights(draw: Draw, width: int) -> dict[str, Tensor]:
    """Weight and bias of a block: a linear layer along the last axis, which keeps (B,channels,H,width)."""
    return {"weight": draw.normal(width, width, scale=1 / math.sqrt(width)), "bias": draw.normal(width)}


def learning(world: World, branch: Ref, x: Tensor, c: Tensor) -> list[str]:
    """Names of the parameters that a backward pass reaches."""
    _, gradients = world.gradients(branch, x, c, cotangents=[torch.ones_like(x)])
    return sorted(key.removeprefix("param.") for key in gradients if key.startswith("param."))


def of_the_copy(world: World, branch: Ref, block: Ref, values: dict[str, Tensor], names: list[str]) -> dict[str, str]:
    """Names of the copy's weight and bias: what learns beside the zero convolutions, whatever it is called.

    The block gets these values; what follows it is the block itself.
    """
    world.assign(block, values)
    state = world.state(branch)
    others = [name for name in names if name not in ZERO and not is_one_of(state[name], values)]
    return {kind: name for kind in values for name in others if name.endswith(kind)}


def is_one_of(value: Tensor, values: dict[str, Tensor]) -> bool:
    """Whether the value is exactly one of these."""
    return any(torch.equal(value.double(), other.double()) for other in values.values())


def retrained(world: World, draw: Draw, branch: Ref, block: Ref, names: list[str], width: int) -> dict[str, str]:
    """Give block and copy values of their own, wherever the copy started; return the names of the copy's."""
    copied, fresh = of_the_copy(world, branch, block, weights(draw, width), names), weights(draw, width)
    world.assign(branch, {name: fresh[kind] for kind, name in copied.items()})
    return copied


def near(value: Tensor, wanted: Tensor) -> bool:
    """Equal but for rounding."""
    return torch.allclose(value.double(), wanted.double(), rtol=1e-4, atol=1e-4)


def around(world: World, block: Ref, channels: int, x: Tensor) -> Ref:
    """A branch in the type of x: its convolutions are built in float32."""
    branch = world.new(ENTRY, block, channels)
    if x.dtype == torch.float64:
        world.call((branch, "double"))
    return branch


def tensor(value: Any) -> Tensor:
    """An attribute, detached."""
    return torch.as_tensor(value).detach()


def as_built(world: World, draw: Draw, *, frozen_before: bool) -> Iterator[Observation]:
    """Shapes, start values, what learns, and that nothing has changed yet."""
    block = world.linear(**weights(draw, 5))
    if frozen_before:
        world.call((block, "requires_grad_"), False)
    before = world.state(block)
    x, c = draw.normal(2, 3, 4, 5), draw.normal(2, 3, 4, 5)
    branch = around(world, block, 3, x)
    for name in ZERO:
        value = tensor(world.get(branch, name))
        yield f"the shape of {name}", list(value.shape)
        yield f"whether {name} is zero", not bool(value.any())
    y, wanted = tensor(world.call(branch, x, c)), x @ before["weight"].T + before["bias"]
    yield "whether the output at the start is block(x)", y.shape == x.shape and near(y, wanted)
    names = learning(world, branch, x, c)
    yield "which zero convolutions learn", [name for name in names if name in ZERO]
    yield "how many other parameters learn", len([name for name in names if name not in ZERO])
    yield "whether the block's weight learns", world.get(block, "weight.requires_grad")
    yield "whether the block's bias learns", world.get(block, "bias.requires_grad")
    after = world.state(block)
    yield "whether the block kept its values", all(torch.equal(after[key], before[key]) for key in before)
    start = world.state(branch)
    copied = of_the_copy(world, branch, block, weights(draw, 5), names)
    yield "what of the copy starts as in the block", [k for k, name in copied.items() if is_one_of(start[name], before)]


def trained(world: World, draw: Draw, *, shape: tuple[int, int, int, int], scale: float = 1.0) -> Iterator[Observation]:
    """The output and all gradients when zero convolutions and copy have other weights than at the start."""
    x, c = draw.normal(*shape, scale=scale), draw.normal(*shape, scale=scale)
    block = world.linear(**weights(draw, shape[3]))
    branch = around(world, block, shape[1], x)
    zero = {
        name: draw.normal(*((shape[1], shape[1], 1, 1) if name.endswith("weight") else (shape[1],)), scale=0.7)
        for name in ZERO
    }
    world.assign(branch, zero)
    copied = retrained(world, draw, branch, block, learning(world, branch, x, c), shape[3])
    yield "the output", world.call(branch, x, c)
    _, gradients = world.gradients(branch, x, c, cotangents=[draw.normal(*shape)])
    keys = {"x": "args[0]", "c": "args[1]", **{name: f"param.{name}" for name in ZERO}}
    keys |= {f"the copy's {kind}": f"param.{copied.get(kind)}" for kind in ("weight", "bias")}
    for label, key in keys.items():
        yield f"{GRADIENT}{label}", gradients.get(key)


def first_step(world: World, draw: Draw) -> Iterator[Observation]:
    """At zero only zero_out gets a gradient that isn't zero, and it must. (Whether they start there is asked elsewhere.)"""
    x, c = draw.normal(3, 2, 3, 4), draw.normal(3, 2, 3, 4)
    block = world.linear(**weights(draw, 4))
    branch = around(world, block, 2, x)
    retrained(world, draw, branch, block, learning(world, branch, x, c), 4)
    world.assign(branch, {name: torch.zeros_like(tensor(world.get(branch, name))) for name in ZERO})
    _, gradients = world.gradients(branch, x, c, cotangents=[draw.normal(3, 2, 3, 4)])
    for name in ZERO:
        yield f"{GRADIENT}{name} at the start", gradients.get(f"param.{name}")
    yield f"{GRADIENT}x at the start", gradients.get("args[0]")


def cases(draw: Draw) -> Iterator[Scenario]:
    yield Scenario("as built", partial(as_built, frozen_before=False))
    yield Scenario("a block that comes frozen", partial(as_built, frozen_before=True))
    yield Scenario("the first gradients", first_step)
    yield Scenario("trained, one channel", partial(trained, shape=(1, 1, 2, 3)))
    yield Scenario("trained", partial(trained, shape=(2, 3, 4, 5)))
    yield Scenario("as many channels as columns", partial(trained, shape=(2, 4, 3, 4)))
    yield Scenario("all sizes alike", partial(trained, shape=(3, 3, 3, 3)))
    yield Scenario("large features", partial(trained, shape=(2, 2, 3, 4), scale=20.0))


PROBLEM = Problem(id="zero-conv", entries=(ControlBranch,), cases=cases, dtypes=(torch.float32,))
