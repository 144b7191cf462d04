"""How answers to `sgd-momentum-step` are judged."""

from collections.abc import Callable, Iterator
from typing import Any

from reference_impls.problem import Case, Draw, Law, Observation, Problem, Ref, Scenario, World, expect
from reference_impls.training.sgd_momentum_step.reference import sgd_step

Steps = Callable[[World, Draw], Iterator[Observation]]


def run(shape: tuple[int, ...], count: int, label: str = "", **options: Any) -> Steps:
    """Several steps of one parameter: what comes back, the state, and at the end whether all that went in is as it was."""

    def steps(world: World, draw: Draw) -> Iterator[Observation]:
        state, given, param = world.keep({}), dict[str, Ref](), draw.normal(*shape)
        for number in range(1, count + 1):
            before, slope = world.keep(param), world.keep(draw.normal(*shape, scale=0.5 + 0.5 * number))
            given[f"param of step {number}"], given[f"grad of step {number}"] = before, slope
            param = world.call("sgd_step", before, slope, state, **options)
            now = world.value(state)
            yield f"{label}the parameter after step {number}", param
            yield f"{label}state['buf'] after step {number}", now.get("buf") if isinstance(now, dict) else None
        for name, kept in zip(given, world.values(list(given.values())), strict=True):
            yield f"{label}{name}, not to be modified", kept

    return steps


def schedule(world: World, draw: Draw) -> Iterator[Observation]:
    """The learning rate falls; the buffer knows nothing of it."""
    param, state = draw.normal(3, 2), world.keep({})
    for number, lr in enumerate((0.5, 0.05, 0.2), start=1):
        param = world.call("sgd_step", param, draw.normal(3, 2), state, lr, 0.8)
        yield f"the parameter after step {number}", param


def two_parameters(world: World, draw: Draw) -> Iterator[Observation]:
    """In turn, each with a state of its own; of one shape, by which they can't be told apart."""
    runs = [
        run((2, 5), 2, "first: ", weight_decay=0.1)(world, draw),
        run((2, 5), 2, "second: ", weight_decay=0.1)(world, draw),
    ]
    for pair in zip(*runs, strict=True):
        yield from pair


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    decay: dict[str, Any] = {"lr": 0.3, "weight_decay": 0.4}
    yield Case("one step", (draw.normal(2, 3), draw.normal(2, 3), {}))
    yield Scenario("two steps with the defaults", run((2, 3), 2))
    yield Scenario("three steps with decay", run((4, 3), 3, momentum=0.7, **decay))
    yield Scenario("three steps, Nesterov and decay", run((3, 5), 3, momentum=0.6, nesterov=True, **decay))
    yield Case("one step with decay", (draw.normal(5), draw.normal(5), {}), decay)
    yield Case("one step, Nesterov", (draw.normal(2, 2, 3), draw.normal(2, 2, 3), {}), {"nesterov": True})
    yield Scenario("three steps, Nesterov without decay", run((6,), 3, nesterov=True))
    yield Scenario("a single number", run((), 2, lr=0.02))
    yield Scenario("the learning rate changes", schedule)
    yield Scenario("two parameters in turn", two_parameters)


def nothing_is_recorded(world: World, draw: Draw) -> None:
    """Asked of a parameter that requires a gradient, and then of a gradient that has a graph."""
    model = world.module({"weight": draw.normal(2, 3)}, {})
    weight, grad = world.new((model, "get_parameter"), "weight"), draw.normal(2, 3)
    result = world.new("sgd_step", weight, grad, {})
    message = "the new parameter hangs on the old one in autograd's graph: use torch.no_grad()"
    expect(bool(world.get(result, "is_leaf")), message, "autograd")
    kept = world.keep(grad)
    world.new((kept, "requires_grad_"))
    of_a_graph = world.new("sgd_step", draw.normal(2, 3), kept, {})
    message = "the new parameter hangs on a gradient that has a graph of its own: use torch.no_grad()"
    expect(bool(world.get(of_a_graph, "is_leaf")), message, "autograd-of-the-gradient")


PROBLEM = Problem(
    id="sgd-momentum-step",
    entries=(sgd_step,),
    cases=cases,
    laws=(Law("nothing is recorded for autograd", nothing_is_recorded, of_gradients=True),),
    grad=False,
    inputs_may_change=True,
)
