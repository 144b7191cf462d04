"""How answers to `mean-flow-target` are judged."""

from collections.abc import Iterator
from functools import partial

from torch import Tensor

from reference_impls.diffusion.mean_flow_target.reference import mean_flow_target
from reference_impls.inside import function
from reference_impls.problem import Draw, Observation, Problem, Ref, Scenario, World

ENTRY = "mean_flow_target"

# the networks live in the world, where they can be differentiated twice, or forward

MIXING = """lambda x, r, t: (
    (1.3 * x + 0.8 * x.roll(1, -1) * t.view(-1, *[1] * (x.ndim - 1))).sin()
    + (r.view(-1, *[1] * (x.ndim - 1)) ** 2 + 0.5) * (x - 2 * t.view(-1, *[1] * (x.ndim - 1))).cos()
)"""
"""A velocity that feels neighbors and both times."""

PRODUCT = """lambda x, r, t: (
    x * x.roll(1, -1) * (1 + t.view(-1, *[1] * (x.ndim - 1)) ** 2) + 0.7 * r.view(-1, *[1] * (x.ndim - 1)) * x
)"""
"""A polynomial."""

OF_TIME_ALONE = (
    "lambda x, r, t: 0 * x + (3 * t).sin().view(-1, *[1] * (x.ndim - 1)) * (1 + r).view(-1, *[1] * (x.ndim - 1))"
)
"""A velocity that is the same at every x."""

FAST = "lambda x, r, t: 0 * x + (100 * t).sin().view(-1, *[1] * (x.ndim - 1)) * (1 + r).view(-1, *[1] * (x.ndim - 1))"
"""A velocity that changes within any step of a finite difference that rounding leaves."""

PERCEPTRON = "lambda model: lambda x, r, t: (model(x) + t[:, None]).tanh() * (1 + r[:, None])"
"""A network with parameters."""


def times(draw: Draw, B: int) -> tuple[Tensor, Tensor]:
    """r and t, well apart."""
    r = draw.uniform(B, low=0.02, high=0.4)
    return r, draw.uniform(B, low=0.55, high=0.98)


def carries_graph(world: World, result: Ref) -> bool:
    """Whether a backward pass could start at the result; a NumPy array has none."""
    return result.type_name != "ndarray" and bool(world.get(result, "requires_grad"))


def target(
    world: World, draw: Draw, *, shape: tuple[int, ...], u: str, equal: tuple[int, ...] = ()
) -> Iterator[Observation]:
    """The target; samples in `equal` have r = t."""
    r, t = times(draw, shape[0])
    r[list(equal)] = t[list(equal)]
    result = world.new(ENTRY, function(world, u), draw.normal(*shape), r, t, draw.normal(*shape, mean=0.4))
    yield "the target", world.value(result)
    yield "whether it carries an autograd graph", carries_graph(world, result)


def under_a_model(world: World, draw: Draw) -> Iterator[Observation]:
    """Parameters, x_t and v that require gradients."""
    u = world.new(function(world, PERCEPTRON), world.linear(draw.normal(3, 3), draw.normal(3)))
    x_t, v = world.keep(draw.normal(4, 3)), world.keep(draw.normal(4, 3))
    r, t = times(draw, 4)
    result = world.new(ENTRY, u, x_t, r, t, v)
    yield "the target", world.value(result)
    yield "whether it carries an autograd graph", carries_graph(world, result)
    if x_t.type_name != "Tensor":  # NumPy has no gradients
        return
    for tensor in (x_t, v):
        world.new((tensor, "requires_grad_"))
    result = world.new(ENTRY, u, x_t, r, t, v)
    yield "the target where x_t and v require gradients", world.value(result)
    yield "whether that target carries an autograd graph", carries_graph(world, result)


def cases(draw: Draw) -> Iterator[Scenario]:
    def run(name: str, u: str, *shape: int, equal: tuple[int, ...] = ()) -> Scenario:
        return Scenario(name, partial(target, shape=shape, u=u, equal=equal))

    yield run("one value", MIXING, 1, 1)
    yield run("vectors", MIXING, 3, 4)
    yield run("images", MIXING, 2, 3, 4, 5)
    yield Scenario("a network with parameters", under_a_model)
    yield run("a polynomial", PRODUCT, 4, 3)
    yield run("as many features as samples", PRODUCT, 4, 4)
    yield run("r = t: flow matching", MIXING, 2, 5, equal=(0, 1))
    yield run("r = t for some samples", MIXING, 4, 3, equal=(1, 3))
    yield run("a velocity of time alone", OF_TIME_ALONE, 3, 2)
    yield run("a velocity that changes fast", FAST, 3, 2)
    yield run("sequences", PRODUCT, 2, 3, 4)


PROBLEM = Problem(id="mean-flow-target", entries=(mean_flow_target,), cases=cases, grad=False)
