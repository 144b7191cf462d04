"""How answers to `ema` are judged."""

from collections.abc import Iterator

import numpy as np
import torch
from torch import Tensor

from reference_impls.problem import Draw, Law, Observation, Problem, Ref, Scenario, World, expect
from reference_impls.training.ema.reference import EMA


def parameters(draw: Draw, scale: float = 1.0) -> dict[str, Tensor]:
    """Weights of a small model, names with dots among them."""
    shapes = {"scale": (), "block.weight": (4, 3), "block.inner.bias": (4,), "head.weight": (2, 5)}
    return {name: draw.normal(*shape, scale=scale) for name, shape in shapes.items()}


def buffers(draw: Draw) -> dict[str, Tensor]:
    """Statistics, an integer among them."""
    return {"block.mean": draw.normal(4), "steps": draw.integers(1, 99)}


def model_of(world: World, draw: Draw, scale: float = 1.0) -> Ref:
    """A module with such parameters and buffers."""
    return world.module(parameters(draw, scale), buffers(draw))


def one_update(world: World, draw: Draw) -> Iterator[Observation]:
    model = world.module({"weight": draw.normal(2, 3)}, {})
    ema = world.new("EMA", model, 0.8)
    yield "shadow at first", world.get(ema, "shadow")
    world.assign(model, {"weight": draw.normal(2, 3)})
    world.call((ema, "update"), model)
    yield "shadow after one update", world.get(ema, "shadow")


def a_life(world: World, draw: Draw) -> Iterator[Observation]:
    """Updates, a copy, and more training; the model is looked at where it must not have changed."""
    model = model_of(world, draw)
    ema = world.new("EMA", model, decay=0.7)
    yield "shadow at first", world.get(ema, "shadow")
    for number in (1, 2, 3):
        world.assign(model, {**parameters(draw), **buffers(draw)})
        yield f"shadow before update {number}", world.get(ema, "shadow")
        world.call((ema, "update"), model)
        yield f"shadow after update {number}", world.get(ema, "shadow")
        yield f"model after update {number}", world.state(model)
    world.call((ema, "copy_to"), model)
    yield "model after copy_to", world.state(model)
    yield "shadow after copy_to", world.get(ema, "shadow")
    world.assign(model, parameters(draw))
    yield "shadow after training goes on", world.get(ema, "shadow")
    world.call((ema, "update"), model)
    yield "shadow after the last update", world.get(ema, "shadow")
    yield "model after the last update", world.state(model)


def copied_at_once(world: World, draw: Draw) -> Iterator[Observation]:
    model, other = model_of(world, draw), model_of(world, draw)
    ema = world.new("EMA", model, 0.5)
    world.call((ema, "copy_to"), other)
    yield "another model after copy_to", world.state(other)
    world.assign(other, parameters(draw))
    yield "shadow after the other model is trained", world.get(ema, "shadow")
    world.call((ema, "update"), other)
    yield "shadow after an update from the other model", world.get(ema, "shadow")
    yield "the first model, never changed", world.state(model)
    world.call((ema, "copy_to"), model)
    yield "the first model after copy_to", world.state(model)
    world.call((ema, "update"), other)
    yield "the first model after one more update of the shadow", world.state(model)


def of_a_frozen_model(world: World, draw: Draw) -> Iterator[Observation]:
    """What is frozen is a parameter as well: a later stage of training may let it go."""
    model = world.module({"weight": draw.normal(2, 3), "bias": draw.normal(2)}, {})
    world.new((model, "requires_grad_"), False)
    ema = world.new("EMA", model, 0.6)
    yield "shadow at first", world.get(ema, "shadow")
    world.assign(model, {"weight": draw.normal(2, 3), "bias": draw.normal(2)})
    world.call((ema, "update"), model)
    yield "shadow after one update", world.get(ema, "shadow")


def default_decay(world: World, draw: Draw) -> Iterator[Observation]:
    """The weights move far, so that a thousandth of the way shows."""
    model = model_of(world, draw)
    ema = world.new("EMA", model)
    for _ in range(2):
        world.assign(model, parameters(draw, scale=500.0))
        world.call((ema, "update"), model)
    yield "shadow after two updates", world.get(ema, "shadow")


def end_points(world: World, draw: Draw) -> Iterator[Observation]:
    for decay in (0.0, 1.0):
        model = world.module({"w": draw.normal(3)}, {})
        ema = world.new("EMA", model, decay)
        world.assign(model, {"w": draw.normal(3)})
        world.call((ema, "update"), model)
        yield f"shadow with decay {decay:g}", world.get(ema, "shadow")


def two_averages(world: World, draw: Draw) -> Iterator[Observation]:
    model = model_of(world, draw)
    fast, slow = world.new("EMA", model, 0.2), world.new("EMA", model, 0.9)
    world.assign(model, parameters(draw))
    for ema in (fast, slow, slow):
        world.call((ema, "update"), model)
    yield "shadow with decay 0.2", world.get(fast, "shadow")
    yield "shadow with decay 0.9, updated twice", world.get(slow, "shadow")


def cases(draw: Draw) -> Iterator[Scenario]:
    yield Scenario("one weight, one update", one_update)
    yield Scenario("updates, copy_to, and on", a_life)
    yield Scenario("copy_to and update with another model", copied_at_once)
    yield Scenario("decay left out", default_decay)
    yield Scenario("decay 0 and 1", end_points)
    yield Scenario("two averages of one model", two_averages)
    yield Scenario("a model whose parameters are frozen", of_a_frozen_model)


def reach(world: World, ref: Ref, method: str, key: str) -> Ref:
    """What a method of a kept object returns, kept as it is."""
    return world.new((ref, method), key)


def is_data(world: World, ema: Ref) -> bool:
    """Whether the shadow's tensor is a leaf, with no history behind it; an array of NumPy's has none."""
    average = reach(world, reach(world, ema, "__getattribute__", "shadow"), "__getitem__", "weight")
    if average.type_name in ("Tensor", "Parameter"):
        return bool(world.get(average, "is_leaf"))
    return isinstance(world.value(average), np.ndarray)


def the_shadow_is_no_part_of_the_graph(world: World, draw: Draw) -> None:
    model = world.module({"weight": draw.normal(2, 3)}, {})
    ema = world.new("EMA", model, 0.9)
    expect(is_data(world, ema), "shadow at first is no detached copy: it hangs on the parameter", "not-detached")
    world.call((ema, "update"), model)
    expect(is_data(world, ema), "update records its history for autograd: use torch.no_grad()", "records")


NOT_TRAINING = "the given model is in evaluation mode afterwards, and was in training mode"


def the_model_goes_on_learning(world: World, draw: Draw) -> None:
    """An optimizer holds the model's parameters: they stay those that they were, and ask for gradients, in training mode."""
    model = world.module({"weight": draw.normal(2, 3)}, {})
    ema = world.new("EMA", model, 0.9)
    expect(bool(world.get(model, "training")), NOT_TRAINING, "evaluated")
    weight = world.new((model, "get_parameter"), "weight")
    world.assign(model, {"weight": draw.normal(2, 3)})
    for method in ("update", "copy_to"):
        world.call((ema, method), model)
        expect(bool(world.get(model, "training")), NOT_TRAINING, "evaluated")
        now = world.new((model, "get_parameter"), "weight")
        expect(bool(world.get(now, "requires_grad")), "the model's parameters ask for no gradients any more", "frozen")
    held, written = (torch.as_tensor(world.get(one, "data")) for one in (weight, now))
    expect(torch.equal(held, written), "copy_to puts other parameters into the model's place of its own", "replaced")


PROBLEM = Problem(
    id="ema",
    entries=(EMA,),
    cases=cases,
    laws=(
        Law("the shadow is no part of the graph", the_shadow_is_no_part_of_the_graph),
        Law("the model goes on learning", the_model_goes_on_learning),
    ),
    grad=False,
)
