"""How answers to `logit-normal-time` are judged."""

import math
from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.diffusion.logit_normal_time.reference import logit_normal_time
from reference_impls.problem import STANDARD_ERRORS, UNKNOWN, Draw, Law, Observation, Problem, Scenario, World, expect
from reference_impls.recorded import expect_a_draw_for_each

ENTRY = "logit_normal_time"
SAMPLES = 6000


def one_axis(world: World, *args: float, **kwargs: float) -> Tensor:
    """A call's result in float64. Raises: Broken unless it holds SAMPLES numbers."""
    t = torch.as_tensor(world.call(ENTRY, SAMPLES, *args, **kwargs)).detach().double()
    expect(t.shape == (SAMPLES,), f"n = {SAMPLES} gives shape {tuple(t.shape)}, expected ({SAMPLES},)", "shape")
    return t


def times(world: World, *args: float, **kwargs: float) -> Tensor:
    """As `one_axis`. Raises: Broken unless all numbers are in (0, 1)."""
    t = one_axis(world, *args, **kwargs)
    below, above = bool((t < 0).any()), bool((t > 1).any())
    expect(not (below or above), "some times lie outside (0, 1)", f"range-{below}-{above}")
    expect(float(t.min()) > 0 and float(t.max()) < 1, "some times are exactly 0 or 1", "ends")
    return t


def cases(draw: Draw) -> Iterator[Scenario]:
    def shapes(world: World, draw: Draw) -> Iterator[Observation]:
        for n in (1, 2, 7):
            yield f"the shape for n = {n}", list(torch.as_tensor(world.call(ENTRY, n)).shape)

    yield Scenario("the shape of the result", shapes)


def distance(x: Tensor, mean: float, std: float) -> float:
    """Kolmogorov and Smirnov's D √n between samples and N(mean, std²)."""
    n = len(x)
    below = 0.5 * (1 + torch.erf((x.sort().values - mean) / (std * math.sqrt(2))))
    ranks = torch.arange(n + 1).double() / n
    return max(float((ranks[1:] - below).max()), float((below - ranks[:-1]).max())) * math.sqrt(n)


def is_normal(x: Tensor, mean: float, std: float) -> bool:
    """Whether these are finite samples of N(mean, std²)."""
    return bool(x.isfinite().all()) and distance(x, mean, std) < 3


def side(difference: Tensor, error: float) -> str:
    """On which side of the right number it lies; readings that nobody named are told apart by this."""
    return "right" if abs(float(difference)) < error else "below" if difference < 0 else "above"


def probit(u: Tensor) -> Tensor:
    """What N(0, 1) stays below with probability u."""
    return math.sqrt(2) * torch.erfinv(2 * u - 1)


def other_kinds(t: Tensor, m: float, s: float) -> Iterator[tuple[str, Tensor, float, float]]:
    """What else than a sigmoid of Gaussian numbers people draw: what is said of it, and a form of it with its mean and std."""
    yield "the times are the normal distribution function of Gaussian numbers, not their sigmoid", probit(t), m, s
    yield "the sigmoid is taken before scaling and shifting", torch.logit((t - m) / s), 0, 1
    yield "the mean is added after the sigmoid", torch.logit(t - m), 0, s
    yield "std is multiplied after the sigmoid", torch.logit(t / s), m, 1
    yield "the times are uniform", probit(t), 0, 1
    yield "the noise is uniform, not Gaussian", probit((torch.logit(t) - m) / s), 0, 1
    yield "the times sum to one: a softmax is no sigmoid", t.log() + math.log(len(t)) + s * s / 2, 0, s


def logits_are_gaussian(world: World, draw: Draw) -> None:
    """D √n exceeds 3 once in 3e7 grades. Other usual readings of mean and std are recognized by the same measure."""
    m, s = 1.2, 0.4
    means = {
        "": m,
        "the mean is ignored": 0.0,
        "the mean has the wrong sign": -m,
        "std stands for the mean": s,
        "the mean is multiplied by std": m * s,
        "the mean is divided by std, with the wrong sign": -m / s,
        "the mean is doubled": 2 * m,
        "std is added to the mean": m + s,
    }
    stds = {
        "": s,
        "std is ignored": 1.0,
        "std is taken for a variance": math.sqrt(s),
        "std is squared": s * s,
        "the noise is multiplied by the mean": m,
        "the noise is divided by std": 1 / s,
        "std is doubled": 2 * s,
    }
    t = one_axis(world, m, s)
    kind = next((kind for kind, z, a, b in other_kinds(t, m, s) if is_normal(z, a, b)), None)
    expect(kind is None, f"with mean = {m} and std = {s} {kind}", str(kind))
    t = times(world, m, s)
    x = torch.logit(t)
    seen = f"mean {float(x.mean()):.3f} and std {float(x.std()):.3f}"
    found = {
        f"{first}, {second}".strip(", "): distance(x, a, b) for first, a in means.items() for second, b in stds.items()
    }
    reading = min(found, key=lambda name: found[name])
    told = reading if found[reading] < 3 else UNKNOWN
    error = STANDARD_ERRORS * max(s, float(x.std())) / math.sqrt(SAMPLES)
    tag = (
        f"{told}, mean {side(x.mean() - m, error)}, std {side(x.std() - s, error)}"
        if told == UNKNOWN and x.std() > 0.01
        else told
    )
    expect(found[""] < 3, f"with mean = {m} and std = {s} the logits of t have {seen}: {told}", tag)


def defaults(world: World, draw: Draw) -> None:
    x = torch.logit(times(world))
    error = STANDARD_ERRORS / math.sqrt(SAMPLES)
    mean, std = float(x.mean()), float(x.std())
    expect(abs(mean) < error * max(1.0, std), f"by default the logits have mean {mean:.3f}, expected 0", "mean")
    expect(abs(std - 1) < error, f"by default the logits have standard deviation {std:.3f}, expected 1", "std")
    expect(distance(x, 0, 1) < 3, "by default the logits are not those of N(0, 1)", "distribution")


def by_name(world: World, draw: Draw) -> None:
    m, s = -round(draw.real(0.9, 1.5), 2), round(draw.real(0.2, 0.4), 2)
    x = torch.logit(times(world, std=s, mean=m))
    expect(distance(x, m, s) < 3, f"with mean = {m} and std = {s} the logits are not those of N({m}, {s}²)", "names")


def draws_are_independent(world: World, draw: Draw) -> None:
    """D √n below 0.2, as on a grid of quantiles, has a chance below 1e-11."""
    t, again = times(world), times(world)
    expect(float(t.std()) > 0, "all times are one number: draw one for each", "shared")
    expect(not torch.equal(t, again), "every call gives the same times: draw them anew", "repeated")
    expect(bool((t.diff() < 0).any()) and bool((t.diff() > 0).any()), "the times come sorted", "sorted")
    grid = distance(torch.logit(t), 0, 1) < 0.2
    expect(not grid, "the times lie on a grid of quantiles: draw them independently", "grid")
    unlike = len(set(t.tolist())) > 0.99 * SAMPLES  # a number of float32 comes twice a few times in so many
    expect(unlike, "many of the times are equal: the draws are cut off", "cut-off")
    centered = t - t.mean()
    correlation = float((centered[1:] * centered[:-1]).mean() / centered.square().mean())
    close = abs(correlation) < STANDARD_ERRORS / math.sqrt(SAMPLES)
    expect(close, "neighboring times are correlated: draw one for each", "correlated")
    expect_a_draw_for_each(torch.logit(t).reshape(-1, 50))


PROBLEM = Problem(
    id="logit-normal-time",
    entries=(logit_normal_time,),
    cases=cases,
    laws=(
        Law("the logits are Gaussian with mean and std", logits_are_gaussian),
        Law("mean 0 and std 1 by default", defaults),
        Law("a negative mean, by name", by_name),
        Law("the times are independent draws", draws_are_independent),
    ),
    dtypes=(torch.float32,),
    grad=False,
)
