"""How answers to `cfg` are judged."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

import torch
from torch import Tensor

from reference_impls.problem import Draw, Law, Observation, Problem, Ref, Scenario, SpyCall, World, expect
from reference_impls.sampling.cfg.reference import cfg_eps

ENTRY = "cfg_eps"


def column(value: Tensor, ndim: int, dtype: torch.dtype) -> Tensor:
    """One number for each sample, to be broadcast; a single one stands for all."""
    value = torch.as_tensor(value)
    if value.ndim == 0:
        return value.to(dtype)
    return value.double().reshape(len(value), -1).mean(dim=1).reshape(-1, *[1] * (ndim - 1)).to(dtype)


def network(x: Tensor, t: Tensor, c: Tensor | None) -> Tensor:
    """A prediction that feels x, t and c; without a condition it has an answer of its own, unlike that for any c."""
    phase = column((0.37 * t.double()).sin(), x.ndim, x.dtype)
    if c is None:
        return (1.4 * x - phase).cos() - 0.5 * x
    return (x + phase + 2 * column(c, x.ndim, x.dtype)).sin() + 0.3 * x


def is_unconditional(call: SpyCall) -> bool:
    """Whether the third argument of a call of the model is None."""
    return (*call.args, *call.kwargs.values())[2] is None


def guiding(
    world: World, draw: Draw, *, shape: tuple[int, ...], labels: bool, weight: Mapping[str, float]
) -> Iterator[Observation]:
    """The calls of the model and what is made of them; `weight` is {} where the default is to be used."""
    model = world.spy(network)
    x, t = draw.normal(*shape), draw.integers(0, 1000, shape[0])
    c = draw.integers(0, 10, shape[0]) if labels else draw.normal(shape[0], 6)
    result = world.new(ENTRY, model, x, t, c, **weight)
    yield "the number of calls of the model", len(model.calls)
    yield "the number of calls with None for c", sum(is_unconditional(call) for call in model.calls)
    yield "the guided prediction", world.value(result)
    yield "whether the result carries an autograd graph", carries_graph(world, result)


def carries_graph(world: World, result: Ref) -> bool:
    """Whether a backward pass could start at the result; a NumPy array has none."""
    return result.type_name != "ndarray" and bool(world.get(result, "requires_grad"))


def cases(draw: Draw) -> Iterator[Scenario]:
    yield Scenario("one value, w = 3", partial(guiding, shape=(1, 1), labels=False, weight={"w": 3.0}))
    yield Scenario("images, default w", partial(guiding, shape=(2, 3, 4, 5), labels=False, weight={}))
    yield Scenario("class labels, w = 4.5", partial(guiding, shape=(3, 2, 5, 4), labels=True, weight={"w": 4.5}))
    yield Scenario("vectors, w between 0 and 1", partial(guiding, shape=(4, 7), labels=False, weight={"w": 0.6}))
    yield Scenario("w = 0", partial(guiding, shape=(3, 5), labels=False, weight={"w": 0.0}))
    yield Scenario("w = 1", partial(guiding, shape=(3, 5), labels=False, weight={"w": 1.0}))
    yield Scenario("negative w", partial(guiding, shape=(2, 6), labels=True, weight={"w": -1.5}))


def hands_on_what_it_gets(world: World, draw: Draw) -> None:
    """Both calls get x and t as they are, and the conditional one c, even where the answer does not depend on them.

    The time may be one number for all samples.
    """
    for times, t in (("", draw.integers(0, 1000, 3)), ("-of-all", draw.integers(0, 1000))):
        x, c = draw.normal(3, 2, 4), draw.normal(3, 5, 2)
        model = world.spy(lambda x, t, c: torch.zeros_like(x))
        world.call(ENTRY, model, x, t, c)
        for call in model.calls:
            got = (*call.args, *call.kwargs.values())
            for name, value, wanted in zip(("x", "t", "c"), got, (x, t, c), strict=True):
                as_given = value is None or torch.equal(as_float(value), wanted.double())
                expect(as_given, f"the model gets another {name} than was given", f"{name}{times}-changed")


def as_float(value: Any) -> Tensor:
    """A recorded argument in float64."""
    return torch.as_tensor(value).detach().double()


PROBLEM = Problem(
    id="cfg",
    entries=(cfg_eps,),
    cases=cases,
    laws=(Law("the model gets x, t and c as they are", hands_on_what_it_gets),),
    grad=False,
)
