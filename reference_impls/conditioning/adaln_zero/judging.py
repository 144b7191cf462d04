"""How answers to `adaln-zero` are judged."""

import math
from collections.abc import Iterator
from functools import partial
from typing import Any

import torch
from torch import Tensor

from reference_impls.conditioning.adaln_zero.reference import AdaLNZeroBlock
from reference_impls.problem import Draw, Observation, Problem, Ref, Scenario, Tolerance, World

ENTRY = "AdaLNZeroBlock"

# eps 1e-5 and 1e-6 are both right: for tokens of variance near 1 they differ by 5e-6 of the normalised value, which the
# products with scale, inner and gate enlarge a little.
EITHER_EPS = Tolerance(2e-4, 5e-5)


def tokens(draw: Draw, *shape: int) -> Tensor:
    """Tokens of variance 0.7 to 1.5, each with a mean of its own."""
    x = draw.normal(*shape).double()
    x = (x - x.mean(-1, keepdim=True)) / x.var(-1, correction=0, keepdim=True).sqrt()
    spread = draw.uniform(*shape[:-1], 1, low=0.84, high=1.22).double()
    return draw.floating(spread * x + 2 * draw.normal(*shape[:-1], 1).double())


def weights(draw: Draw, dim: int, cond_dim: int) -> dict[str, Tensor]:
    """A trained modulation: shift, scale and gate all of size about 1."""
    return {
        "mod.weight": draw.normal(3 * dim, cond_dim, scale=1 / math.sqrt(cond_dim)),
        "mod.bias": draw.normal(3 * dim, scale=0.5),
    }


def linear(world: World, draw: Draw, dim: int) -> Ref:
    """An inner module that mixes channels."""
    return world.linear(draw.normal(dim, dim, scale=1 / math.sqrt(dim)), draw.normal(dim))


def mixing(h: Tensor) -> Tensor:
    """An inner function that mixes tokens and channels, and is not linear."""
    return h.sin() + 0.5 * h.roll(1, 1) * h.roll(1, 2)


def in_dtype_of(world: World, block: Ref, x: Tensor) -> None:
    """A block is built in float32; the reference, and the float64 tier, feed it float64."""
    if x.dtype is torch.float64:
        world.call((block, "double"))


def as_built(world: World, draw: Draw) -> Iterator[Observation]:
    """Names, shapes, start values, and that the function is the identity."""
    block = world.new(ENTRY, 4, 3, linear(world, draw, 4))
    state = world.state(block)
    for name in ("mod.weight", "mod.bias"):
        yield f"the shape of {name}", list(state[name].shape) if name in state else None
        yield f"whether {name} starts at zero", name in state and not bool(state[name].any())
    yield "parameters of norm", sorted(name for name in state if name.startswith("norm."))
    x, c = tokens(draw, 2, 5, 4), draw.normal(2, 3)
    in_dtype_of(world, block, x)
    y = torch.as_tensor(world.call(block, x, c)).detach()
    yield "whether the new block gives back x", y.shape == x.shape and torch.allclose(y, x)


def at_the_start(world: World, draw: Draw) -> Iterator[Observation]:
    """With a modulation of zero, written in by us, x passes through and the gate's rows alone can learn."""
    block = world.new(ENTRY, 6, 3, linear(world, draw, 6))
    x, c = tokens(draw, 2, 5, 6), draw.normal(2, 3)
    in_dtype_of(world, block, x)
    world.assign(block, {"mod.weight": torch.zeros(18, 3), "mod.bias": torch.zeros(18)})
    yield "y, which is x", world.call(block, x, c)
    _, gradients = world.gradients(block, x, c, cotangents=[draw.normal(2, 5, 6)])
    for label, key in (("x", "args[0]"), ("mod.weight", "param.mod.weight"), ("mod.bias", "param.mod.bias")):
        yield f"gradient of {label}", gradients.get(key)


def with_linear(world: World, draw: Draw, *, shape: tuple[int, int, int], cond_dim: int) -> Iterator[Observation]:
    """A trained block around a linear layer: the value and every gradient, that of the inner weights too."""
    dim = shape[-1]
    block = world.new(ENTRY, dim, cond_dim, linear(world, draw, dim))
    x, c = tokens(draw, *shape), draw.normal(shape[0], cond_dim, mean=-0.3)
    in_dtype_of(world, block, x)
    world.assign(block, weights(draw, dim, cond_dim))
    yield "y", world.call(block, x, c)
    _, gradients = world.gradients(block, x, c, cotangents=[draw.normal(*shape)])
    named = {"x": "args[0]", "c": "args[1]", "mod.weight": "param.mod.weight", "mod.bias": "param.mod.bias"}
    for label, key in named.items():
        yield f"gradient of {label}", gradients.get(key)
    yield "gradient of the weight of inner", inner_weight(gradients)


def inner_weight(gradients: dict[str, Any]) -> Any:
    """The gradient of the inner layer's weight, under whatever name the block keeps the layer."""
    own = ("param.mod.", "param.norm.")
    return next((g for key, g in gradients.items() if key.endswith(".weight") and not key.startswith(own)), None)


def with_mixing(world: World, draw: Draw, *, shape: tuple[int, int, int], cond_dim: int) -> Iterator[Observation]:
    """A trained block around a function that mixes tokens: what it was given, and what became of its answer."""
    dim = shape[-1]
    inner = world.spy(mixing)
    block = world.new(ENTRY, dim, cond_dim, inner)
    x, c = tokens(draw, *shape), draw.normal(shape[0], cond_dim)
    in_dtype_of(world, block, x)
    world.assign(block, weights(draw, dim, cond_dim))
    y = world.call(block, x, c)
    yield "what inner gets", inner.calls[0].args[0] if inner.calls and inner.calls[0].args else None
    yield "y", y
    _, gradients = world.gradients(block, x, c, cotangents=[draw.normal(*shape)])
    for label, key in (("x", "args[0]"), ("c", "args[1]")):
        yield f"gradient of {label}", gradients.get(key)


def cases(draw: Draw) -> Iterator[Scenario]:
    both = (torch.float32, torch.float64)
    yield Scenario("as built: zero modulation, the identity", as_built)
    yield Scenario("modulation of zero", at_the_start)
    yield Scenario("one sample, one token", partial(with_linear, shape=(1, 1, 3), cond_dim=2))
    yield Scenario("batch, all sizes different", partial(with_linear, shape=(2, 5, 6), cond_dim=4), dtypes=both)
    yield Scenario("as many samples as tokens", partial(with_linear, shape=(4, 4, 7), cond_dim=5))
    yield Scenario("all sizes alike", partial(with_linear, shape=(6, 6, 6), cond_dim=6))
    yield Scenario("inner mixes tokens", partial(with_mixing, shape=(3, 4, 8), cond_dim=5))
    yield Scenario("inner mixes tokens, one condition", partial(with_mixing, shape=(2, 7, 5), cond_dim=1))


PROBLEM = Problem(
    id="adaln-zero",
    entries=(AdaLNZeroBlock,),
    cases=cases,
    dtypes=(torch.float32,),
    tolerances={torch.float32: EITHER_EPS, torch.float64: EITHER_EPS},
)
