"""How answers to `momentum-update` are judged."""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.problem import Draw, Law, Observation, Problem, Ref, Scenario, World, expect
from reference_impls.self_supervision.momentum_update.reference import momentum_update


def parameters(draw: Draw, scale: float = 1.0) -> dict[str, Tensor]:
    """Weights of a small model, names with dots among them."""
    shapes = {"scale": (), "shift": (3,), "block.weight": (4, 3), "block.inner.bias": (4,), "head.weight": (2, 5)}
    return {name: draw.normal(*shape, scale=scale) for name, shape in shapes.items()}


def buffers(draw: Draw) -> dict[str, Tensor]:
    """Statistics and a counter, at several depths."""
    return {
        "center": draw.normal(2),
        "block.running_mean": draw.normal(4),
        "block.inner.running_var": draw.uniform(3, low=0.5, high=2.0),
        "block.steps": draw.integers(1, 99),
    }


def pair_of(world: World, draw: Draw, scale: float = 1.0) -> tuple[Ref, Ref]:
    """Two modules of one structure with values of their own."""
    return (
        world.module(parameters(draw, scale), buffers(draw)),
        world.module(parameters(draw, scale), buffers(draw)),
    )


def one_update(world: World, draw: Draw) -> Iterator[Observation]:
    online, target = world.module({"weight": draw.normal(2, 3)}, {}), world.module({"weight": draw.normal(2, 3)}, {})
    world.call("momentum_update", online, target, 0.8)
    yield "target after one update", world.state(target)
    yield "online after one update", world.state(online)


def with_buffers(world: World, draw: Draw) -> Iterator[Observation]:
    online, target = pair_of(world, draw)
    world.call("momentum_update", online, target, m=0.7)
    yield "target after one update", world.state(target)
    yield "online after one update", world.state(online)


def training_goes_on(world: World, draw: Draw) -> Iterator[Observation]:
    """Several updates, between which the online network moves."""
    online, target = pair_of(world, draw)
    for number in (1, 2, 3):
        world.call("momentum_update", online, target, 0.6)
        yield f"target after update {number}", world.state(target)
        world.assign(online, {**parameters(draw), **buffers(draw)})
        yield f"target after online step {number}", world.state(target)
    world.assign(target, {**parameters(draw), **buffers(draw)})
    yield "online after the target is written to", world.state(online)


def default_momentum(world: World, draw: Draw) -> Iterator[Observation]:
    """The networks are far apart, so that four thousandths of the way show."""
    online, target = pair_of(world, draw, scale=500.0)
    for number in (1, 2):
        world.call("momentum_update", online, target)
        yield f"target after update {number}", world.state(target)


def end_points(world: World, draw: Draw) -> Iterator[Observation]:
    """m = 0 copies, without sharing memory; m = 1 leaves the parameters alone, and copies the buffers all the same."""
    for m in (0.0, 1.0):
        online, target = pair_of(world, draw)
        world.call("momentum_update", online, target, m)
        yield f"target with m = {m:g}", world.state(target)
        world.assign(online, {**parameters(draw), **buffers(draw)})
        yield f"target with m = {m:g}, after an online step", world.state(target)


def frozen_target(world: World, draw: Draw) -> Iterator[Observation]:
    """As one has it in training: the target asks for no gradients."""
    online, target = pair_of(world, draw)
    world.new((target, "requires_grad_"), False)
    world.call("momentum_update", online, target, 0.9)
    yield "a frozen target after one update", world.state(target)


def frozen_online(world: World, draw: Draw) -> Iterator[Observation]:
    """A frozen part of the online network is averaged like the rest."""
    online, target = pair_of(world, draw)
    world.new((online, "requires_grad_"), False)
    world.call("momentum_update", online, target, 0.5)
    yield "target of a frozen online network", world.state(target)


def held_parameters(world: World, draw: Draw) -> Iterator[Observation]:
    """Somebody holds the target's tensors: in place is that they see the new values."""
    online, target = pair_of(world, draw)
    weight = world.new((target, "get_parameter"), "block.weight")
    mean = world.new((target, "get_buffer"), "block.running_mean")
    world.call("momentum_update", online, target, 0.75)
    yield "a parameter of the target that was taken out before", world.get(weight, "data")
    yield "a buffer of the target that was taken out before", world.get(mean, "data")


def without_parameters(world: World, draw: Draw) -> Iterator[Observation]:
    online, target = world.module({}, buffers(draw)), world.module({}, buffers(draw))
    world.call("momentum_update", online, target, 0.9)
    yield "target with buffers alone", world.state(target)


def cases(draw: Draw) -> Iterator[Scenario]:
    yield Scenario("one weight, one update", one_update)
    yield Scenario("parameters and buffers", with_buffers)
    yield Scenario("training goes on", training_goes_on)
    yield Scenario("m left out", default_momentum)
    yield Scenario("m of 0 and 1", end_points)
    yield Scenario("a target whose parameters are frozen", frozen_target)
    yield Scenario("an online network whose parameters are frozen", frozen_online)
    yield Scenario("tensors of the target that are held", held_parameters)
    yield Scenario("buffers alone", without_parameters)


def no_history(world: World, draw: Draw) -> None:
    online, target = pair_of(world, draw)
    world.call("momentum_update", online, target, 0.9)
    weight = world.new((target, "get_parameter"), "block.weight")
    expect(bool(world.get(weight, "is_leaf")), "the target's parameters are no leaves any more", "history")
    expect(bool(world.get(weight, "requires_grad")), "the update changed requires_grad of the target", "frozen")
    dtype = world.state(target)["block.weight"].dtype
    expect(dtype == torch.float64, f"the target's parameters are {dtype} now, and were float64", "dtype")
    other = world.new((online, "get_parameter"), "block.weight")
    expect(bool(world.get(other, "requires_grad")), "the update changed requires_grad of the online network", "online")
    modes = [bool(world.get(one, "training")) for one in (online, target)]
    expect(all(modes), "the update switched a network from training to evaluation mode", "evaluated")


PROBLEM = Problem(
    id="momentum-update",
    entries=(momentum_update,),
    cases=cases,
    laws=(Law("the target stays a module of leaves", no_history, dtype=torch.float64),),
    grad=False,
    dtypes=(torch.float32,),
)
