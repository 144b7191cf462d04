"""How answers to `energy-score` are judged."""

from collections.abc import Iterator
from functools import partial

from reference_impls.diffusion.energy_score.reference import score_from_energy
from reference_impls.inside import function
from reference_impls.problem import Draw, Observation, Problem, Ref, Scenario, World

ENTRY = "score_from_energy"

QUARTIC = """lambda x: (
    0.25 * x.flatten(1) ** 4 - x.flatten(1) ** 2 + 0.6 * x.flatten(1) * x.flatten(1).roll(1, 1)
).sum(dim=1)"""
"""Several wells, with neighbors that push each other."""

WAVES = "lambda x: (1.7 * x.flatten(1) + 0.4).sin().sum(dim=1) + 0.1 * x.flatten(1).square().sum(dim=1) - 3"
"""An energy that can be negative."""

FIRST_ENTRY = "lambda x: x.flatten(1)[:, 0].exp()"
"""An energy of the first entry alone."""

PERCEPTRON = "lambda model: lambda x: (model(x).sin() + 0.3 * model(x) ** 2).sum(dim=1)"
"""The energy of a model with parameters."""


MODULE = "lambda model: torch.nn.Sequential(model, torch.nn.Tanh(), torch.nn.Flatten(0))"
"""An energy that is a module itself, so its parameters can be reached from it."""


def carries_graph(world: World, result: Ref) -> bool:
    """Whether a backward pass could start at the result; a NumPy array has none."""
    return result.type_name != "ndarray" and bool(world.get(result, "requires_grad"))


def scoring(world: World, draw: Draw, *, shape: tuple[int, ...], energy: str) -> Iterator[Observation]:
    """The score at a plain tensor."""
    result = world.new(ENTRY, function(world, energy), draw.normal(*shape))
    yield "the score", world.value(result)
    yield "whether it carries an autograd graph", carries_graph(world, result)


def at_tensors_of_all_kinds(world: World, draw: Draw) -> Iterator[Observation]:
    """An x that doesn't require gradients, then one that does and has a .grad, then one that was computed from it."""
    energy, x = function(world, WAVES), world.keep(draw.normal(3, 4))
    yield "the score", world.call(ENTRY, energy, x)
    if x.type_name != "Tensor":  # NumPy has no gradients to leave alone
        return
    yield "whether x requires gradients afterwards", world.get(x, "requires_grad")
    yield "x.grad afterwards", world.get(x, "grad")
    world.new((x, "requires_grad_"))
    world.call((world.new((x, "sum")), "backward"))
    result = world.new(ENTRY, energy, x)
    yield "the score at an x that requires gradients", world.value(result)
    yield "whether it carries an autograd graph", carries_graph(world, result)
    yield "whether that x still requires gradients", world.get(x, "requires_grad")
    yield "the .grad that x had before", world.get(x, "grad")
    result = world.new(ENTRY, energy, world.new((x, "mul"), 0.5))
    yield "the score at an x with a graph", world.value(result)
    yield "whether that score carries an autograd graph", carries_graph(world, result)
    yield "the .grad of what x was computed from", world.get(x, "grad")


def under_a_model(world: World, draw: Draw, *, before: bool) -> Iterator[Observation]:
    """The .grad of a model's parameters; `before`: they have one."""
    model = world.linear(draw.normal(5, 3), draw.normal(5))
    weight = world.new((model, "get_parameter"), "weight")
    if before:
        world.call((weight, "__setattr__"), "grad", draw.normal(5, 3))
    result = world.new(ENTRY, world.new(function(world, PERCEPTRON), model), draw.normal(2, 3))
    yield "the score", world.value(result)
    yield "whether it carries an autograd graph", carries_graph(world, result)
    yield "the .grad of the model's weights", world.get(weight, "grad")
    yield "whether the weights still require gradients", world.get(weight, "requires_grad")


def of_a_module(world: World, draw: Draw) -> Iterator[Observation]:
    """The parameters of an energy that is a module, before the score: they are seen beside a score that is wrong, too."""
    model = world.linear(draw.normal(1, 3), draw.normal(1))
    weight = world.new((model, "get_parameter"), "weight")
    result = world.new(ENTRY, world.new(function(world, MODULE), model), draw.normal(4, 3))
    yield "whether the weights still require gradients", world.get(weight, "requires_grad")
    yield "the .grad of the model's weights", world.get(weight, "grad")
    yield "the score", world.value(result)


def cases(draw: Draw) -> Iterator[Scenario]:
    def run(name: str, energy: str, *shape: int) -> Scenario:
        return Scenario(name, partial(scoring, shape=shape, energy=energy))

    yield run("one vector", QUARTIC, 1, 2)
    yield run("a batch of vectors", QUARTIC, 3, 4)
    yield run("images", WAVES, 2, 3, 4, 5)
    yield Scenario("tensors with and without gradients", at_tensors_of_all_kinds)
    yield Scenario("a model with parameters", partial(under_a_model, before=False))
    yield Scenario("a model whose parameters have gradients", partial(under_a_model, before=True))
    yield Scenario("an energy that is a module", of_a_module)
    yield run("as many features as samples", QUARTIC, 4, 4)
    yield run("an energy that ignores most entries", FIRST_ENTRY, 3, 5)
    yield run("sequences", WAVES, 2, 6, 3)
    yield run("a batch of numbers", WAVES, 5, 1)


PROBLEM = Problem(id="energy-score", entries=(score_from_energy,), cases=cases, grad=False)
