"""How answers to `classifier-guidance` are judged."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

import torch
from torch import Tensor

from reference_impls.problem import FLOAT32_EVERYWHERE, Draw, Observation, Problem, Ref, Scenario, World
from reference_impls.sampling.classifier_guidance.reference import classifier_guided_eps

ENTRY = "classifier_guided_eps"

Map = Callable[[Tensor], Tensor]


def network(classes: int, sharpness: float = 2.0) -> Map:
    """Logits that aren't linear in x; each row is computed from its own sample."""

    def classifier(x: Tensor) -> Tensor:
        flat = x.flatten(1)
        places = torch.arange(flat.shape[1], dtype=torch.float64)
        weights = (1.7 * torch.arange(classes, dtype=torch.float64)[:, None] + 0.9 * places + 0.4).cos()
        logits: Tensor = sharpness * (flat + 0.6 * flat.sin()) @ weights.to(x.dtype).T / flat.shape[1] ** 0.5
        return logits

    return classifier


def carries_graph(world: World, result: Ref) -> bool:
    """Whether a backward pass could start at the result; a NumPy array has none."""
    return result.type_name != "ndarray" and bool(world.get(result, "requires_grad"))


def guiding(
    world: World,
    draw: Draw,
    *,
    shape: tuple[int, ...],
    classes: int,
    alpha_bar: float | None = None,
    sharpness: float = 2.0,
    options: Mapping[str, float],
) -> Iterator[Observation]:
    """The guided prediction; one alpha_bar for each sample where none is given."""
    eps, x, y = draw.normal(*shape), draw.normal(*shape), draw.integers(0, classes, shape[0])
    classifier = world.spy(network(classes, sharpness))
    levels = draw.uniform(shape[0], low=0.1, high=0.95) if alpha_bar is None else alpha_bar
    result = world.new(ENTRY, eps, x, y, classifier, levels, **options)
    yield "the guided prediction", world.value(result)
    yield "whether the result carries an autograd graph", carries_graph(world, result)


def with_tensors_that_learn(world: World, draw: Draw) -> Iterator[Observation]:
    """x and eps before and after they require gradients; x then has one already."""
    eps, x, y = world.keep(draw.normal(3, 4)), world.keep(draw.normal(3, 4)), draw.integers(0, 5, 3)
    classifier = world.spy(network(5))
    yield "the guided prediction", world.call(ENTRY, eps, x, y, classifier, 0.4, 2.5)
    if x.type_name != "Tensor":  # NumPy has no gradients to leave alone
        return
    yield "whether x requires gradients afterwards", world.get(x, "requires_grad")
    yield "x.grad afterwards", world.get(x, "grad")
    for tensor in (eps, x):
        world.new((tensor, "requires_grad_"))
    world.call((world.new((x, "sum")), "backward"))
    result = world.new(ENTRY, eps, x, y, classifier, 0.4, 2.5)
    yield "the prediction from an x that requires gradients", world.value(result)
    yield "whether it carries an autograd graph", carries_graph(world, result)
    yield "whether that x still requires gradients", world.get(x, "requires_grad")
    yield "the .grad that x had before", world.get(x, "grad")


def under_a_linear_classifier(world: World, draw: Draw) -> Iterator[Observation]:
    """A torch.nn.Linear with parameters of its own."""
    classifier = world.linear(draw.normal(4, 3), draw.normal(4))
    eps, x, y = draw.normal(2, 3), draw.normal(2, 3), draw.integers(0, 4, 2)
    result = world.new(ENTRY, eps, x, y, classifier, draw.uniform(2, low=0.2, high=0.8), 1.5)
    yield "the guided prediction", world.value(result)
    yield "whether the result carries an autograd graph", carries_graph(world, result)


def cases(draw: Draw) -> Iterator[Scenario]:
    def run(
        name: str, *shape: int, classes: int, alpha_bar: float | None = None, sharpness: float = 2.0, **options: float
    ) -> Scenario:
        steps = partial(
            guiding, shape=shape, classes=classes, alpha_bar=alpha_bar, sharpness=sharpness, options=options
        )
        return Scenario(name, steps)

    yield run("one vector", 1, 2, classes=3, alpha_bar=0.5)
    yield run("a batch of vectors, scale 3", 3, 4, classes=5, alpha_bar=0.7, scale=3.0)
    yield run("a level for each sample", 3, 5, classes=4, scale=1.7)
    yield run("images, a level for each", 2, 3, 4, 5, classes=6, scale=2.5)
    yield Scenario("tensors that require gradients", with_tensors_that_learn)
    yield run("two classes, little noise", 4, 3, classes=2, alpha_bar=0.98, scale=4.0)
    yield run("almost pure noise", 2, 6, classes=7, alpha_bar=0.01, scale=0.5)
    yield run("scale 0", 2, 3, classes=3, alpha_bar=0.6, scale=0.0)
    yield run("as many features as samples", 4, 4, classes=3, scale=2.0)
    yield run("as many classes as samples", 5, 3, classes=5, alpha_bar=0.3, scale=1.2)
    yield run("a level for each, default scale", 4, 2, 3, classes=3)
    yield run("logits of several hundred", 4, 5, classes=3, alpha_bar=0.4, sharpness=300.0, scale=0.1)
    yield Scenario("a linear classifier", under_a_linear_classifier)


PROBLEM = Problem(
    id="classifier-guidance",
    entries=(classifier_guided_eps,),
    cases=cases,
    tolerances=FLOAT32_EVERYWHERE,
    grad=False,
)
