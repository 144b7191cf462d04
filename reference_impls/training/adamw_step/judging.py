"""How answers to `adamw-step` are judged."""

from collections.abc import Iterator
from typing import Any

from torch import Tensor

from reference_impls.problem import Case, Draw, Law, Problem, Ref, Scenario, World, expect
from reference_impls.training.adamw_step.reference import adamw_step


def steps(
    world: World, param: Tensor, grads: list[Tensor], label: str = "", **options: Any
) -> Iterator[tuple[str, Any]]:
    """Several steps of one parameter: what comes back, the state, and whether param and grad stayed."""
    state = world.keep({})
    for number, grad in enumerate(grads, start=1):
        before, slope = world.keep(param), world.keep(grad)
        param = world.call("adamw_step", before, slope, state, **options)
        now, kept, slope_kept = world.values((state, before, slope))
        yield f"{label}the parameter after step {number}", param
        for key in ("step", "m", "v"):
            yield f"{label}state[{key!r}] after step {number}", now.get(key) if isinstance(now, dict) else None
        yield f"{label}param, not to be modified, after step {number}", kept
        yield f"{label}grad, not to be modified, after step {number}", slope_kept


def defaults(world: World, draw: Draw) -> Iterator[tuple[str, Any]]:
    grads = [draw.normal(2, 3) for _ in range(2)]
    yield from steps(world, draw.normal(2, 3, scale=1e-3), grads)


def every_option(world: World, draw: Draw) -> Iterator[tuple[str, Any]]:
    grads = [draw.normal(4, 3, scale=scale) for scale in (1.0, 0.2, 3.0)]
    options: dict[str, Any] = {"lr": 0.1, "betas": (0.7, 0.9), "eps": 0.05, "weight_decay": 0.4}
    yield from steps(world, draw.normal(4, 3), grads, **options)


def tiny_gradients(world: World, draw: Draw) -> Iterator[tuple[str, Any]]:
    grads = [1e-8 * draw.uniform(5, low=0.5, high=2.0) for _ in range(3)]
    yield from steps(world, draw.normal(5, scale=0.1), grads, lr=0.1)


def large_weights(world: World, draw: Draw) -> Iterator[tuple[str, Any]]:
    """Only the parameter: twenty steps let the default decay outgrow the tolerance."""
    param, state = draw.normal(3, 2, scale=50.0), world.keep({})
    for _ in range(20):
        param = world.call("adamw_step", param, draw.normal(3, 2), state)
    yield "the parameter after 20 steps", param


def no_decay(world: World, draw: Draw) -> Iterator[tuple[str, Any]]:
    yield from steps(world, draw.normal(7), [draw.normal(7) for _ in range(2)], lr=0.05, weight_decay=0.0)


def two_parameters(world: World, draw: Draw) -> Iterator[tuple[str, Any]]:
    """In turn, each with a state of its own; of one shape, by which they can't be told apart."""
    runs = [
        steps(world, draw.normal(2, 5), [draw.normal(2, 5) for _ in range(2)], f"{name}: ", lr=0.2)
        for name in ("first", "second")
    ]
    for pair in zip(*runs, strict=True):
        yield from pair


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    yield Case("one step", (draw.normal(2, 3), draw.normal(2, 3), {}), {"lr": 0.1, "weight_decay": 0.3})
    for name, run in (
        ("two steps with the defaults", defaults),
        ("three steps, every option given", every_option),
        ("gradients near eps", tiny_gradients),
        ("large weights, default decay", large_weights),
        ("no decay", no_decay),
        ("two parameters in turn", two_parameters),
    ):
        yield Scenario(name, run)


def reach(world: World, ref: Ref, method: str, key: str) -> Ref:
    """What a method of a kept object returns, kept as it is."""
    return world.new((ref, method), key)


def nothing_is_recorded(world: World, draw: Draw) -> None:
    """Asked of a parameter that requires a gradient, and then of a gradient that has a graph."""
    model = world.module({"weight": draw.normal(2, 3)}, {})
    weight, grad = reach(world, model, "get_parameter", "weight"), draw.normal(2, 3)
    result = world.new("adamw_step", weight, grad, {})
    message = "the new parameter hangs on the old one in autograd's graph: use torch.no_grad()"
    expect(bool(world.get(result, "is_leaf")), message, "autograd")
    kept = world.keep(grad)
    world.new((kept, "requires_grad_"))
    of_a_graph = world.new("adamw_step", draw.normal(2, 3), kept, {})
    message = "the new parameter hangs on a gradient that has a graph of its own: use torch.no_grad()"
    expect(bool(world.get(of_a_graph, "is_leaf")), message, "autograd-of-the-gradient")


PROBLEM = Problem(
    id="adamw-step",
    entries=(adamw_step,),
    cases=cases,
    laws=(Law("nothing is recorded for autograd", nothing_is_recorded, of_gradients=True),),
    grad=False,
    inputs_may_change=True,
)
