"""How answers to `lora-linear` are judged."""

import math
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

import torch
from torch import Tensor

from reference_impls.conditioning.lora_linear.reference import LoRALinear
from reference_impls.problem import Draw, Law, Observation, Problem, Ref, Scenario, World, expect

ENTRY = "LoRALinear"


def base_layer(draw: Draw, in_features: int, out_features: int, bias: bool) -> tuple[Tensor, Tensor | None]:
    """Weight and bias of a linear layer whose output has about unit size."""
    weight = draw.normal(out_features, in_features, scale=1 / math.sqrt(in_features))
    return weight, draw.normal(out_features) if bias else None


def factors(draw: Draw, in_features: int, out_features: int, r: int) -> dict[str, Tensor]:
    """Trained A and B, both away from zero."""
    return {"A": draw.normal(r, in_features, scale=1 / math.sqrt(in_features)), "B": draw.normal(out_features, r)}


def same(one: Any, two: Any) -> bool:
    """Whether two results agree to rounding."""
    first, second = torch.as_tensor(one).double(), torch.as_tensor(two).double()
    return first.shape == second.shape and torch.allclose(first, second, rtol=1e-5, atol=1e-5)


def as_built(world: World, draw: Draw) -> Iterator[Observation]:
    """Shapes, start values, what is frozen, and that the base is otherwise as it was."""
    base = world.linear(*base_layer(draw, 5, 7, bias=True))
    before = world.state(base)
    layer = world.new(ENTRY, base, 3, 5)
    yield "the shape of A", list(torch.as_tensor(world.get(layer, "A")).shape)
    yield "the shape of B", list(torch.as_tensor(world.get(layer, "B")).shape)
    yield "whether B is zero", not bool(torch.as_tensor(world.get(layer, "B")).any())
    yield "whether A is all zero", not bool(torch.as_tensor(world.get(layer, "A")).any())
    yield "whether A is finite", bool(torch.as_tensor(world.get(layer, "A")).isfinite().all())
    x = draw.normal(4, 5)
    yield "whether the new layer gives what its base gives", same(world.call(layer, x), world.call(base, x))
    for name in ("A", "B"):
        yield f"whether {name} is an nn.Parameter that learns", name in learning(world, layer, x)
    yield "whether the base's weight learns", world.get(base, "weight.requires_grad")
    yield "whether the base's bias learns", world.get(base, "bias.requires_grad")
    yield "whether the base is in training mode, as before", world.get(base, "training")
    after = world.state(base)
    yield "names in the base's state_dict", sorted(after)
    yield "whether the base kept its values", all(torch.equal(after[key], before[key]) for key in before)


def learning(world: World, layer: Ref, x: Tensor) -> list[str]:
    """Names of the parameters that a backward pass would fill."""
    _, gradients = world.gradients(layer, x, cotangents=[torch.zeros(len(x), 7, dtype=x.dtype)])
    return [key.removeprefix("param.") for key in gradients if key.startswith("param.")]


def adapted(
    world: World, draw: Draw, *, sizes: tuple[int, int], bias: bool, init: Sequence[Any], r: int, batch: Sequence[int]
) -> Iterator[Observation]:
    """The function with trained factors, and its gradients."""
    base = world.linear(*base_layer(draw, *sizes, bias=bias))
    layer = world.new(ENTRY, base, *init)
    world.assign(layer, factors(draw, *sizes, r))
    x = draw.normal(*batch, sizes[0])
    yield "y", world.call(layer, x)
    _, gradients = world.gradients(layer, x, cotangents=[draw.normal(*batch, sizes[1])])
    for label, key in (("x", "args[0]"), ("A", "param.A"), ("B", "param.B")):
        yield f"gradient of {label}", gradients.get(key)


def in_double(world: World, draw: Draw) -> Iterator[Observation]:
    """`.double()` reaches the base and both factors."""
    layer = world.new(ENTRY, world.linear(*base_layer(draw, 6, 4, bias=True)), 2, 3)
    world.assign(layer, factors(draw, 6, 4, 2))
    world.call((layer, "double"))
    yield "y of the layer after .double()", world.call(layer, draw.normal(3, 6).double())


def in_eval_mode(world: World, draw: Draw) -> Iterator[Observation]:
    """What is evaluated between two steps of training follows the factors."""
    layer = world.new(ENTRY, world.linear(*base_layer(draw, 6, 4, bias=True)), 2, 3)
    world.call((layer, "eval"))
    x = draw.normal(3, 6)
    for when in ("", " after more training"):
        world.assign(layer, factors(draw, 6, 4, 2))
        yield f"y in eval mode{when}", world.call(layer, x)


def merging(world: World, draw: Draw, *, bias: bool) -> Iterator[Observation]:
    """merge() gives a plain layer of the same function and leaves everything else alone."""
    base = world.linear(*base_layer(draw, 6, 4, bias=bias))
    before = world.state(base)
    layer = world.new(ENTRY, base, 3, 7)
    world.assign(layer, factors(draw, 6, 4, 3))
    x = draw.normal(5, 6)
    y = torch.as_tensor(world.call(layer, x)).detach()
    merged = world.keep(world.call((layer, "merge")))
    yield "the type of merge()", merged.type_name
    yield "names in the state_dict of merge()", sorted(world.state(merged))
    yield "the weight of merge()", world.get(merged, "weight")
    yield "y of merge()", world.call(merged, x)
    after = world.state(base)
    yield "whether merge() left the base alone", all(torch.equal(after[key], before[key]) for key in before)
    yield "whether merge() left the layer's function alone", same(world.call(layer, x), y)
    world.assign(layer, factors(draw, 6, 4, 3))
    yield "y of merge() after more training", world.call(world.keep(world.call((layer, "merge"))), x)
    yield "y of the layer that was merged before", world.call(merged, x)
    world.assign(merged, {name: draw.normal(*value.shape) for name, value in world.state(merged).items()})
    after = world.state(base)
    yield (
        "whether training the merged layer leaves the base alone",
        all(torch.equal(after[key], before[key]) for key in before),
    )


def cases(draw: Draw) -> Iterator[Scenario]:
    yield Scenario("as built: zero update, frozen base", as_built)
    small = partial(adapted, sizes=(4, 3), bias=True, init=(2, 2), r=2, batch=(2,))
    yield Scenario("alpha = r", small)
    yield Scenario("alpha != r", partial(adapted, sizes=(5, 7), bias=True, init=(3, 5), r=3, batch=(4,)))
    yield Scenario("default r and alpha", partial(adapted, sizes=(9, 6), bias=True, init=(), r=8, batch=(3,)))
    yield Scenario(
        "without bias, sequences", partial(adapted, sizes=(6, 5), bias=False, init=(4, 1), r=4, batch=(2, 3))
    )
    yield Scenario("all sizes alike", partial(adapted, sizes=(3, 3), bias=True, init=(3, 8), r=3, batch=(3,)))
    yield Scenario("double", in_double)
    yield Scenario("eval mode", in_eval_mode)
    yield Scenario("merge", partial(merging, bias=True))
    yield Scenario("merge without bias", partial(merging, bias=False))


def starts_at_random(world: World, draw: Draw) -> None:
    weight, bias = base_layer(draw, 12, 5, bias=True)
    first, second = (
        torch.as_tensor(world.get(world.new(ENTRY, world.linear(weight, bias), 4, 8), "A")) for _ in range(2)
    )
    expect(bool(first.isfinite().all()), "A holds NaN or infinities, as memory does that nobody wrote to", "unwritten")
    expect(bool(first.any()), "A is zero, so that neither factor ever gets a gradient", "zero")
    expect(len(set(first.flatten().tolist())) > 12, "the entries of A are not random: many are equal", "constant")
    expect(not torch.equal(first, second), "A is the same in two layers: draw it", "fixed")


PROBLEM = Problem(
    id="lora-linear",
    entries=(LoRALinear,),
    cases=cases,
    laws=(Law("A starts at random", starts_at_random),),
    dtypes=(torch.float32,),
)
