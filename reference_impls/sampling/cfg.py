"""Classifier-free guidance (Ho and Salimans 2022, arXiv:2207.12598, eq. 6), in the convention of Imagen (Saharia et al. 2022,
arXiv:2205.11487, eq. 2) and diffusers.

    ε̃ = ε_u + w (ε_c - ε_u)        ε_c = ε_θ(x, t, c),  ε_u = ε_θ(x, t, ∅)

w = 0 is the unconditional prediction, w = 1 the conditional one, w > 1 extrapolates past it: closer to the prompt, less variety.
Ho and Salimans write (1 + w) ε_c - w ε_u, so their w is this one minus 1. One network serves both predictions, since training
drops the condition at random; here None stands for the dropped condition. The same rule holds for x0, v, score and velocity.

Shapes: x (B,...), t (B,), c as the model wants it; model(x, t, c) and model(x, t, None) like x. Returns: guided ε, like x.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

import torch
from torch import Tensor

from reference_impls.problem import Draw, Law, Observation, Problem, Ref, Scenario, Slip, SpyCall, World, expect

Model = Callable[[Tensor, Tensor, Tensor | None], Tensor]


@torch.no_grad()
def cfg_eps(model: Model, x: Tensor, t: Tensor, c: Tensor, w: float = 7.5) -> Tensor:
    """The noise prediction, w times as far from the unconditional one as the conditional one is."""
    eps_c, eps_u = model(x, t, c), model(x, t, None)
    return eps_u + w * (eps_c - eps_u)


# ----------------------------------------------------------------------------------------------------------------------

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
    slips=(
        Slip(
            "ho-salimans-weight",
            "eps_u + w * (eps_c - eps_u)",
            "(1 + w) * eps_c - w * eps_u",
            "This is the convention of Ho and Salimans, (1 + w) eps_c - w eps_u, equal to eps_c + w (eps_c - eps_u); here w = 1 "
            "is the conditional prediction: eps_u + w (eps_c - eps_u).",
        ),
        Slip(
            "weight-minus-one",
            "eps_u + w * (eps_c - eps_u)",
            "eps_u + (w - 1) * (eps_c - eps_u)",
            "The weight is converted the wrong way: the form with eps_u as its base takes w itself, not w - 1.",
        ),
        Slip(
            "directions-swapped",
            "eps_u + w * (eps_c - eps_u)",
            "eps_c + w * (eps_u - eps_c)",
            "You move from the conditional to the unconditional prediction, away from the prompt: is the order of the two "
            "predictions (or of a chunk) swapped?",
        ),
        Slip(
            "difference-only",
            "eps_u + w * (eps_c - eps_u)",
            "w * (eps_c - eps_u)",
            "The base is missing: add eps_u to the scaled difference.",
        ),
        Slip(
            "missing-brackets",
            "w * (eps_c - eps_u)",
            "w * eps_c - eps_u",
            "The result is w eps_c, as where the brackets around the difference are missing, so that eps_u cancels.",
        ),
        Slip(
            "sum-for-difference",
            "(eps_c - eps_u)",
            "(eps_c + eps_u)",
            "The two predictions are added where their difference is the direction of guidance.",
        ),
        Slip(
            "zeros-for-none",
            ", model(x, t, None)\n",
            ", model(x, t, torch.zeros_like(c))\n",
            "The unconditional call gets zeros for c, which is a condition like any other (class 0, say): pass None, for which "
            "the model has its own null embedding.",
        ),
        Slip(
            "conditional-twice",
            ", model(x, t, None)\n",
            ", model(x, t, c)\n",
            "Both calls are conditional, so w has no effect: the second one gets None.",
        ),
        Slip(
            "third-call",
            "return eps_u + w",
            "return model(x, t, None) + w",
            "The unconditional prediction is computed twice; each call is a pass through the network: keep it.",
        ),
        Slip(
            "skips-a-call",
            "eps_c, eps_u = model(x, t, c), model(x, t, None)",
            "if w == 1:\n        return model(x, t, c)\n    eps_c, eps_u = model(x, t, c), model(x, t, None)",
            "At w = 1 you skip the unconditional call. That saves time in production, but exactly two calls are "
            "asked for here.",
        ),
        Slip(
            "unguided-up-to-one",
            "eps_c, eps_u = model(x, t, c), model(x, t, None)",
            "if w <= 1:\n        return model(x, t, c)\n    eps_c, eps_u = model(x, t, c), model(x, t, None)",
            "For w <= 1 you return the conditional prediction, as pipelines that switch guidance off there do; the formula holds "
            "for every w, and w = 0 is unconditional.",
        ),
        Slip(
            "rescaled",
            "return eps_u + w * (eps_c - eps_u)",
            "guided = eps_u + w * (eps_c - eps_u)\n"
            "    axes = tuple(range(1, x.ndim))\n"
            "    return guided * eps_c.std(axes, keepdim=True) / guided.std(axes, keepdim=True)",
            "The result is rescaled to the spread of eps_c (guidance rescale); the formula asked for has no rescaling.",
        ),
        Slip(
            "graph-kept",
            "@torch.no_grad()\n",
            "",
            "The result carries an autograd graph of the model's calls: predict under torch.no_grad().",
        ),
        Slip(
            "condition-dropped",
            "eps_c, eps_u = model(x, t, c), model(x, t, None)",
            "eps_c, eps_u = model(x, t, None), model(x, t, None)",
            "Both calls are unconditional, so the prompt has no effect: one of them gets c.",
        ),
        Slip(
            "away-from-the-condition",
            "eps_u + w * (eps_c - eps_u)",
            "eps_u - w * (eps_c - eps_u)",
            "The difference is subtracted, which moves away from the condition: eps_u + w (eps_c - eps_u).",
        ),
        Slip(
            "conditional-scaled",
            "eps_u + w * (eps_c - eps_u)",
            "eps_u + w * eps_c",
            "w multiplies eps_c itself; it multiplies the difference eps_c - eps_u.",
        ),
        Slip(
            "divided-by-w",
            "w * (eps_c - eps_u)",
            "(eps_c - eps_u) / w",
            "The difference is divided by w; it is multiplied by it.",
        ),
        Slip(
            "weighted-mean",
            "eps_u + w * (eps_c - eps_u)",
            "(eps_u + w * eps_c) / (1 + w)",
            "This is a weighted mean, which for w > 0 stays between the two predictions; guidance goes beyond the "
            "conditional one.",
        ),
        Slip(
            "weight-fixed",
            "eps_u + w * (eps_c - eps_u)",
            "eps_u + 7.5 * (eps_c - eps_u)",
            "The default 7.5 is written into the formula; use the argument w.",
        ),
        Slip(
            "default-of-one",
            "w: float = 7.5",
            "w: float = 1.0",
            "The default of w is 1, which is no guidance; the spec says 7.5.",
        ),
        Slip(
            "clipped",
            "return eps_u + w * (eps_c - eps_u)",
            "return (eps_u + w * (eps_c - eps_u)).clamp(-1, 1)",
            "The prediction is clipped to [-1, 1]; predicted noise has no bounds.",
        ),
        Slip(
            "conditional-alone",
            "eps_c, eps_u = model(x, t, c), model(x, t, None)\n    return eps_u + w * (eps_c - eps_u)",
            "return model(x, t, c)",
            "The conditional prediction alone comes back, without guidance.",
        ),
        Slip(
            "one-batched-call",
            "eps_c, eps_u = model(x, t, c), model(x, t, None)",
            "both = model(torch.cat([x, x]), torch.cat([t, t]), torch.cat([torch.zeros_like(c), c]))\n"
            "    eps_u, eps_c = both.chunk(2)",
            "One call with a doubled batch saves time, but zeros are a condition like any other: call with c and "
            "with None.",
        ),
        Slip(
            "arguments-exchanged",
            "eps_c, eps_u = model(x, t, c), model(x, t, None)",
            "eps_c, eps_u = model(x, c, t), model(x, None, t)",
            "The model is called as model(x, c, t); t comes second, the condition third.",
        ),
        Slip(
            "both-returned",
            "return eps_u + w * (eps_c - eps_u)",
            "return eps_u, eps_u + w * (eps_c - eps_u)",
            "Two predictions are returned; the guided one alone is asked for.",
        ),
        Slip(
            "skips-a-call-at-both-ends",
            "eps_c, eps_u = model(x, t, c), model(x, t, None)",
            "if w == 1:\n"
            "        return model(x, t, c)\n"
            "    if w == 0:\n"
            "        return model(x, t, None)\n"
            "    eps_c, eps_u = model(x, t, c), model(x, t, None)",
            "At w = 0 and w = 1 you skip the call that has no weight. That saves time in production, but "
            "exactly two calls are asked for here.",
        ),
        Slip(
            "rescaled-by-the-whole",
            "return eps_u + w * (eps_c - eps_u)",
            "guided = eps_u + w * (eps_c - eps_u)\n    return guided * eps_c.std() / guided.std()",
            "The result is rescaled to the spread of eps_c over the whole batch (guidance rescale); the formula "
            "asked for has no rescaling.",
        ),
        Slip(
            "time-expanded",
            "    eps_c, eps_u",
            "    t = t.reshape(-1).expand(len(x))\n    eps_c, eps_u",
            "One time for all samples is expanded before the model gets it; hand t on as it came.",
        ),
        Slip(
            "weight-of-at-least-one",
            "eps_u + w * (eps_c - eps_u)",
            "eps_u + max(w, 1.0) * (eps_c - eps_u)",
            "For w < 1 you return the conditional prediction, as where w is raised to 1; the formula holds for every w, and "
            "w = 0 is unconditional.",
        ),
        Slip(
            "weight-of-at-least-zero",
            "eps_u + w * (eps_c - eps_u)",
            "eps_u + max(w, 0.0) * (eps_c - eps_u)",
            "For w < 0 you return the unconditional prediction, as where w is raised to 0; the formula holds for every w, and "
            "a negative one leads away from the condition.",
        ),
        Slip(
            "zero-taken-for-left-out",
            "    eps_c, eps_u",
            "    w = w or 7.5\n    eps_c, eps_u",
            "w = 0 gives what the default gives, as where `w or 7.5` or `if not w` takes 0 for left out: write the default "
            "into the signature, or ask `w is None`.",
        ),
    ),
)
