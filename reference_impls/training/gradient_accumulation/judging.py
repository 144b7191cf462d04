"""How answers to `gradient-accumulation` are judged."""

from collections.abc import Callable, Iterator, Sequence

from torch import Tensor

from reference_impls.inside import function
from reference_impls.problem import Draw, Observation, Problem, Ref, Scenario, World
from reference_impls.training.gradient_accumulation.reference import accumulate_gradients

ENTRY = "accumulate_gradients"
SQUARES = "lambda model, batch: (model(batch) ** 2).mean()"
WEIGHTED = "lambda model, batch: ((model(batch[0]) - batch[2]) ** 2 * batch[1]).sum(dim=-1).mean()"
ERRORS = "lambda model, batch: ((model(batch[0]) - batch[1]) ** 2).sum(dim=-1).mean()"

Batches = Sequence[Tensor | tuple[Tensor, ...]]


def parameter(world: World, model: Ref, name: str) -> Ref:
    """The parameter itself, kept."""
    return world.new((model, "get_parameter"), name)


def seen(world: World, model: Ref, when: str = "") -> Iterator[Observation]:
    """Gradients and weights."""
    for name in ("weight", "bias"):
        yield f"{name}.grad{when}", world.get(parameter(world, model, name), "grad")
    for name, value in world.state(model).items():
        yield f"{name}, never changed{when}", value


def run(loss: str, make: Callable[[Draw], Batches], before: bool = False) -> Callable[..., Iterator[Observation]]:
    """One call with a linear model of four inputs and two outputs; `before`: its gradients are not empty."""

    def steps(world: World, draw: Draw) -> Iterator[Observation]:
        model = world.linear(draw.normal(2, 4), draw.normal(2))
        if before:
            for name, shape in (("weight", (2, 4)), ("bias", (2,))):
                world.call((parameter(world, model, name), "__setattr__"), "grad", draw.normal(*shape, scale=3.0))
        yield "the mean loss", world.call(ENTRY, model, function(world, loss), make(draw))
        yield from seen(world, model)

    return steps


def tensors(*sizes: int) -> Callable[[Draw], Batches]:
    """Micro-batches whose scales differ, so that weights show."""
    return lambda draw: [draw.normal(n, 4, scale=1 + i) for i, n in enumerate(sizes)]


def pairs(*sizes: int) -> Callable[[Draw], Batches]:
    """Inputs and targets."""
    return lambda draw: [(draw.normal(n, 4), draw.normal(n, 2, scale=1 + 2 * i)) for i, n in enumerate(sizes)]


def triples(*sizes: int) -> Callable[[Draw], Batches]:
    """Inputs, targets and something that the loss does not use."""
    return lambda draw: [
        (draw.normal(n, 4), draw.normal(n, 2, scale=1 + i), draw.normal(3)) for i, n in enumerate(sizes)
    ]


def weighted(*sizes: int) -> Callable[[Draw], Batches]:
    """Inputs, a weight of each output, and targets: the second tensor has two numbers, whatever the samples are."""
    return lambda draw: [
        (draw.normal(n, 4), draw.uniform(2, low=0.5, high=2.0), draw.normal(n, 2, scale=1 + i))
        for i, n in enumerate(sizes)
    ]


def sequences(*sizes: int) -> Callable[[Draw], Batches]:
    """Samples of several rows, more in some micro-batches than in others."""
    return lambda draw: [draw.normal(n, 2 + i, 4, scale=1 + i) for i, n in enumerate(sizes)]


def twice(world: World, draw: Draw) -> Iterator[Observation]:
    """Two calls without a step in between add up."""
    model = world.linear(draw.normal(2, 4), draw.normal(2))
    for number, make in enumerate((tensors(3, 2), tensors(1, 4)), start=1):
        yield f"the mean loss of call {number}", world.call(ENTRY, model, function(world, SQUARES), make(draw))
        yield from seen(world, model, f" after call {number}")


def a_number(world: World, draw: Draw) -> Iterator[Observation]:
    """Losses that carry graphs keep them alive for as long as somebody sums them up."""
    model = world.linear(draw.normal(2, 4), draw.normal(2))
    loss = world.new(ENTRY, model, function(world, SQUARES), tensors(2, 3)(draw))
    yield "the mean loss", world.value(loss)
    attached = loss.type_name == "Tensor" and bool(world.get(loss, "requires_grad"))
    yield "whether it carries an autograd graph", attached
    yield from seen(world, model)


def cases(draw: Draw) -> Iterator[Scenario]:
    yield Scenario("one micro-batch", run(SQUARES, tensors(3)))
    yield Scenario("two of equal size", run(SQUARES, tensors(2, 2)))
    yield Scenario("a small last one", run(SQUARES, tensors(4, 4, 1)))
    yield Scenario("three sizes", run(SQUARES, tensors(1, 5, 2)))
    yield Scenario("micro-batches of one sample", run(SQUARES, tensors(1, 1, 1, 1)))
    yield Scenario("inputs and targets", run(ERRORS, pairs(3, 1)))
    yield Scenario("inputs and targets, three sizes", run(ERRORS, pairs(2, 6, 1)))
    yield Scenario("tuples of three", run(ERRORS, triples(5, 2)))
    yield Scenario("tuples whose second tensor has no samples", run(WEIGHTED, weighted(4, 1)))
    yield Scenario("samples of several rows", run(SQUARES, sequences(3, 1, 2)))
    yield Scenario("gradients that are there already", run(SQUARES, tensors(3, 1), before=True))
    yield Scenario("gradients that are there already, pairs", run(ERRORS, pairs(1, 4), before=True))
    yield Scenario("two calls", twice)
    yield Scenario("a loss without a graph", a_number)


PROBLEM = Problem(
    id="gradient-accumulation",
    entries=(accumulate_gradients,),
    cases=cases,
    grad=False,
)
