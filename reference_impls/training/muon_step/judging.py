"""How answers to `muon-step` are judged."""

from collections.abc import Callable, Iterator
from typing import Any

import torch

from reference_impls.problem import Case, Draw, Law, Observation, Problem, Ref, Scenario, Tolerance, World, expect
from reference_impls.training.muon_step.reference import muon_step

Steps = Callable[[World, Draw], Iterator[Observation]]

# Five iterations multiply the rounding errors of small singular values by up to 3.4445^5 = 485.
TOLERANCES = {
    torch.float64: Tolerance(2e-4, 2e-5, floor=1e-3),
    torch.float32: Tolerance(1e-3, 2e-4, floor=1e-3),
}


def run(shape: tuple[int, int], count: int, scale: float = 0.5, label: str = "", **options: Any) -> Steps:
    """Several steps of one parameter: what comes back, the state, and at the end whether all that went in is as it was."""

    def steps(world: World, draw: Draw) -> Iterator[Observation]:
        state, given, param = world.keep({}), dict[str, Ref](), draw.normal(*shape, scale=scale)
        for number in range(1, count + 1):
            before, slope = world.keep(param), world.keep(draw.normal(*shape, scale=1.5 / number))
            given[f"param of step {number}"], given[f"grad of step {number}"] = before, slope
            param = world.call("muon_step", before, slope, state, **options)
            now = world.value(state)
            yield f"{label}the parameter after step {number}", param
            yield f"{label}state['m'] after step {number}", now.get("m") if isinstance(now, dict) else None
        for name, kept in zip(given, world.values(list(given.values())), strict=True):
            yield f"{label}{name}, not to be modified", kept

    return steps


def two_parameters(world: World, draw: Draw) -> Iterator[Observation]:
    """In turn, each with a state of its own."""
    runs = [run((2, 3), 2, 0.1, "first: ")(world, draw), run((2, 3), 2, 0.1, "second: ")(world, draw)]
    for pair in zip(*runs, strict=True):
        yield from pair


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    fast: dict[str, Any] = {"lr": 0.5, "momentum": 0.7}
    yield Case("one step", (draw.normal(2, 3, scale=0.1), draw.normal(2, 3), {}))
    yield Scenario("two steps of a wide matrix", run((3, 5), 2, 0.01))
    yield Scenario("three steps of a tall matrix, with decay", run((7, 3), 3, weight_decay=0.4, **fast))
    yield Scenario("three steps, two iterations each", run((4, 3), 3, ns_steps=2, **fast))
    yield Case("one iteration", (draw.normal(3, 4), draw.normal(3, 4), {}, 1.0, 0.9, 0.0, 1))
    yield Case("one step with decay", (draw.normal(2, 5), draw.normal(2, 5), {}), {"lr": 0.2, "weight_decay": 0.5})
    yield Case("a square matrix", (draw.normal(4, 4, scale=0.1), draw.normal(4, 4), {}), {"lr": 1.0})
    yield Case("one column", (draw.normal(6, 1), draw.normal(6, 1), {}), {"lr": 0.3})
    yield Case("one row", (draw.normal(1, 5), draw.normal(1, 5), {}), {"lr": 0.3})
    yield Case("small gradients", (draw.normal(3, 2), draw.normal(3, 2, scale=0.01), {}), {"lr": 0.3, "momentum": 0.5})
    zeros = draw.floating(torch.zeros(3, 4))
    yield Case("a gradient of zeros", (draw.normal(3, 4), zeros, {}), {"lr": 0.5, "weight_decay": 0.3})
    tiny = draw.normal(4, 2, scale=1e-7)
    yield Case("gradients as small as 1e-7", (draw.normal(4, 2), tiny, {}), {"lr": 0.3, "momentum": 0.5, "ns_steps": 2})
    yield Scenario("two parameters in turn", two_parameters)


def nothing_is_recorded(world: World, draw: Draw) -> None:
    """Asked of a parameter that requires a gradient, and then of a gradient that has a graph."""
    model = world.module({"weight": draw.normal(2, 3)}, {})
    weight, grad = world.new((model, "get_parameter"), "weight"), draw.normal(2, 3)
    result = world.new("muon_step", weight, grad, {})
    message = "the new parameter hangs on the old one in autograd's graph: use torch.no_grad()"
    expect(bool(world.get(result, "is_leaf")), message, "autograd")
    kept = world.keep(grad)
    world.new((kept, "requires_grad_"))
    of_a_graph = world.new("muon_step", draw.normal(2, 3), kept, {})
    message = "the new parameter hangs on a gradient that has a graph of its own: use torch.no_grad()"
    expect(bool(world.get(of_a_graph, "is_leaf")), message, "autograd-of-the-gradient")


PROBLEM = Problem(
    id="muon-step",
    entries=(muon_step,),
    cases=cases,
    laws=(Law("nothing is recorded for autograd", nothing_is_recorded, of_gradients=True),),
    tolerances=TOLERANCES,
    grad=False,
    inputs_may_change=True,
)
