"""How answers to `clip-grad-norm` are judged."""

from collections.abc import Callable, Iterator, Mapping

from torch import Tensor

from reference_impls.inside import function
from reference_impls.problem import Draw, Observation, Problem, Ref, Scenario, World
from reference_impls.training.clip_grad_norm.reference import clip_grad_norm

ENTRY = "clip_grad_norm"
SHAPES: Mapping[str, tuple[int, ...]] = {"weight": (3, 4), "bias": (3,), "scale": (), "kernel": (2, 1, 3)}


def clipped(
    world: World, draw: Draw, norms: Mapping[str, float | None], max_norm: float, read: str = "iter"
) -> Iterator[Observation]:
    """One call on parameters whose gradients have these norms, or none. `read`: what the parameters come as."""
    model = world.module({name: draw.normal(*SHAPES[name]) for name in norms}, {})
    kept: dict[str, Ref] = {}
    for name, norm in norms.items():
        if norm is not None:
            parameter = world.new((model, "get_parameter"), name)
            world.call((parameter, "__setattr__"), "grad", of_norm(draw, norm, SHAPES[name]))
            kept[name] = world.new((parameter, "__getattribute__"), "grad")
    params = world.new(function(world, read), world.new((model, "parameters")))
    yield "the norm before", world.call(ENTRY, params, max_norm)
    for name in norms:
        parameter = world.new((model, "get_parameter"), name)
        yield f"{name}.grad", world.get(parameter, "grad")
    for name, grad in kept.items():
        yield f"the tensor that was {name}.grad before, scaled in place", world.value(grad)
    for name, value in world.state(model).items():
        yield f"{name}, never changed", value


def of_norm(draw: Draw, norm: float, shape: tuple[int, ...]) -> Tensor:
    """A random direction of this length."""
    values = draw.normal(*shape).double()
    return draw.floating(values * norm / values.norm())


def run(norms: Mapping[str, float | None], max_norm: float, read: str = "iter") -> Callable[..., Iterator[Observation]]:
    """The same, for a scenario."""
    return lambda world, draw: clipped(world, draw, norms, max_norm, read)


def twice(world: World, draw: Draw) -> Iterator[Observation]:
    """The second call finds the norm that the first has left."""
    model = world.module({"weight": draw.normal(3, 4)}, {})
    parameter = world.new((model, "get_parameter"), "weight")
    world.call((parameter, "__setattr__"), "grad", of_norm(draw, 6.0, (3, 4)))
    for number, max_norm in enumerate((2.0, 1.5), start=1):
        params = world.new((model, "parameters"))
        yield f"the norm before call {number}", world.call(ENTRY, params, max_norm)
        yield f"weight.grad after call {number}", world.get(parameter, "grad")


def cases(draw: Draw) -> Iterator[Scenario]:
    """Norms away from max_norm, where a small constant in the denominator would decide."""
    yield Scenario("one parameter, too long", run({"weight": 5.0}, 2.0))
    yield Scenario("one parameter, short enough", run({"weight": 0.7}, 2.0))
    yield Scenario("two parameters", run({"weight": 3.0, "bias": 4.0}, 1.0))
    yield Scenario("four parameters of different shapes", run({"weight": 2, "bias": 5, "scale": 1, "kernel": 3}, 2.5))
    yield Scenario("each short enough, together too long", run({"weight": 0.9, "bias": 0.8, "kernel": 0.7}, 1.0))
    yield Scenario("one alone too long", run({"weight": 4.0, "bias": 0.1}, 1.0))
    yield Scenario("together short enough", run({"weight": 0.3, "bias": 0.5}, 1.5))
    yield Scenario("a parameter without a gradient", run({"weight": 3.0, "bias": None, "kernel": 2.0}, 0.5))
    yield Scenario("the first has no gradient", run({"weight": None, "bias": 2.0}, 0.5))
    yield Scenario("no gradient at all", run({"weight": None, "bias": None}, 1.0))
    yield Scenario("no parameters", run({}, 1.0))
    yield Scenario("a list", run({"weight": 2.0, "bias": 1.5}, 0.5, "list"))
    yield Scenario("gradients of 0", run({"weight": 0.0, "bias": 0.0}, 1.0, "list"))
    yield Scenario("a large limit", run({"weight": 30.0, "bias": 40.0}, 10.0, "tuple"))
    yield Scenario("a number as a parameter", run({"scale": 3.0}, 1.0))
    yield Scenario("two calls", twice)


PROBLEM = Problem(
    id="clip-grad-norm",
    entries=(clip_grad_norm,),
    cases=cases,
    grad=False,
)
