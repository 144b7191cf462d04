"""How answers to `sds-gradient` are judged."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

import torch
from torch import Tensor

from reference_impls.problem import FLOAT32_EVERYWHERE, Draw, Law, Observation, Problem, Ref, Scenario, World, expect
from reference_impls.sampling.sds_gradient.reference import sds_gradient

ENTRY = "sds_gradient"


def column(value: Tensor, ndim: int, dtype: torch.dtype) -> Tensor:
    """One number for each sample, to be broadcast."""
    return torch.as_tensor(value).double().reshape(len(value), -1).mean(dim=1).reshape(-1, *[1] * (ndim - 1)).to(dtype)


def network(x: Tensor, t: Tensor, c: Tensor | None) -> Tensor:
    """A prediction that feels x, t and c; without a condition it has an answer of its own, not far from that for a c."""
    phase = column((0.37 * t.double()).sin(), x.ndim, x.dtype)
    plain = (1.4 * x - phase).cos() - 0.5 * x
    if c is None:
        return plain
    return plain + 0.2 * (x + 0.7 * x.roll(1, -1) + column(c, x.ndim, x.dtype)).sin()


def levels(draw: Draw, T: int) -> Tensor:
    """Falling levels at uneven distances."""
    places = torch.arange(T, dtype=torch.float64) + draw.uniform(T, low=0.2, high=0.8).double()
    return draw.floating(0.97 - 0.93 * places / T)


def carries_graph(world: World, result: Ref) -> bool:
    """Whether a backward pass could start at the result; a NumPy array has none."""
    return result.type_name != "ndarray" and bool(world.get(result, "requires_grad"))


def is_unconditional(args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> bool:
    """Whether the third argument of a call of the model is None."""
    return (*args, *kwargs.values())[2] is None


def distilling(
    world: World,
    draw: Draw,
    *,
    shape: tuple[int, ...],
    t: Sequence[int],
    T: int,
    labels: bool,
    weight: Mapping[str, float],
) -> Iterator[Observation]:
    """The gradient, and the calls of the model; `weight` is {} where the default is to be used."""
    model = world.spy(network)
    x, eps = draw.normal(*shape, mean=0.4), draw.normal(*shape)
    c = draw.integers(0, 10, shape[0]) if labels else draw.normal(shape[0], 6)
    result = world.new(ENTRY, model, x, torch.tensor(t), eps, c, levels(draw, T), **weight)
    yield "the result", world.value(result)
    yield "the number of calls of the model", len(model.calls)
    yield "the number of calls with None for c", sum(is_unconditional(call.args, call.kwargs) for call in model.calls)
    yield "whether the result carries an autograd graph", carries_graph(world, result)


def beside_double_levels(world: World, draw: Draw) -> Iterator[Observation]:
    """A table of levels in float64, as it is mostly computed."""
    model, x, eps = world.spy(network), draw.normal(2, 3), draw.normal(2, 3)
    table = levels(draw, 6).double()
    got = world.call(ENTRY, model, x, torch.tensor([1, 4]), eps, draw.normal(2, 4), table, w=3.0)
    yield "the result", got
    yield "whether it has the dtype of x", not isinstance(got, Tensor) or got.dtype == x.dtype


def with_an_x_that_learns(world: World, draw: Draw) -> Iterator[Observation]:
    """x requires gradients and has one, and so does eps."""
    model, x, eps = world.spy(network), world.keep(draw.normal(3, 4)), world.keep(draw.normal(3, 4))
    arguments = torch.tensor([2, 0, 3]), eps, draw.normal(3, 2), levels(draw, 5)
    yield "the result", world.call(ENTRY, model, x, *arguments, w=4.0)
    if x.type_name != "Tensor":  # NumPy has no gradients to leave alone
        return
    yield "whether x learns afterwards", world.get(x, "requires_grad")
    for tensor in (x, eps):
        world.new((tensor, "requires_grad_"))
    world.call((world.new((x, "sum")), "backward"))
    result = world.new(ENTRY, model, x, *arguments, w=4.0)
    yield "the result for an x that learns", world.value(result)
    yield "whether it carries an autograd graph", carries_graph(world, result)
    yield "whether that x still learns", world.get(x, "requires_grad")
    yield "the .grad that x had before", world.get(x, "grad")
    yield "how often the model was differentiated", sum(len(call.cotangents) for call in model.calls)


def cases(draw: Draw) -> Iterator[Scenario]:
    def run(name: str, *shape: int, t: Sequence[int], T: int, labels: bool = False, **weight: float) -> Scenario:
        return Scenario(name, partial(distilling, shape=shape, t=t, T=T, labels=labels, weight=weight))

    yield run("one value", 1, 1, t=[1], T=3, w=3.0)
    yield run("vectors", 3, 4, t=[4, 0, 2], T=6, w=2.5)
    yield run("images, default w", 2, 3, 4, 5, t=[5, 1], T=8)
    yield Scenario("levels in float64", beside_double_levels)
    yield Scenario("an x that requires gradients", with_an_x_that_learns)
    yield run("images with class labels", 3, 2, 5, 4, t=[0, 6, 3], T=7, labels=True, w=7.5)
    yield run("w = 1", 2, 6, t=[3, 1], T=5, w=1.0)
    yield run("w = 0", 4, 3, t=[3, 1, 0, 2], T=4, w=0.0)
    yield run("as many features as samples", 4, 4, t=[2, 5, 0, 1], T=6, w=5.0)
    yield run("as many levels as samples", 3, 2, t=[2, 0, 1], T=3, w=4.0, labels=True)
    yield run("videos", 2, 2, 3, 2, 3, t=[6, 2], T=9, w=3.5)


def what_the_model_is_given(world: World, draw: Draw) -> None:
    """Both calls get the same noisy sample, and t and c as they are."""
    x, eps, c, t = draw.normal(3, 4), draw.normal(3, 4), draw.normal(3, 5), torch.tensor([1, 4, 2])
    table, model = levels(draw, 5), world.spy(lambda x, t, c: torch.zeros_like(x))
    world.call(ENTRY, model, x, t, eps, c, table)
    ab = table[t][:, None]
    noisy = ab.sqrt() * x + (1 - ab).sqrt() * eps
    for call in model.calls:
        got = (*call.args, *call.kwargs.values())
        for name, value, wanted in zip(("noisy sample", "t", "c"), got, (noisy, t, c), strict=True):
            near = value is None or torch.allclose(torch.as_tensor(value).double(), wanted.double(), atol=1e-5)
            expect(near, f"the model gets another {name}", f"{name}-changed")


PROBLEM = Problem(
    id="sds-gradient",
    entries=(sds_gradient,),
    cases=cases,
    laws=(Law("the model gets x_t, t and c", what_the_model_is_given),),
    tolerances=FLOAT32_EVERYWHERE,
    grad=False,
)
