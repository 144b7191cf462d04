"""Noise schedules: linear (Ho et al. 2020, arXiv:2006.11239, section 4), cosine (Nichol & Dhariwal 2021, 2102.09672, eq. 17).

    linear:  β = 1e-4 ... 0.02, evenly spaced
    cosine:  f(t) = cos²((t/T + s)/(1 + s) · π/2),  s = 0.008,     β_t = min(1 - f(t)/f(t-1), 0.999),  t = 1..T
    both:    ᾱ_t = Π_{s<=t} (1 - β_s)

f reaches 0 at T, where β would be 1 and a step back would divide by 0: hence the bound. The offset s keeps the first steps from
being too small to see. The linear numbers belong to about a thousand steps: with few, ᾱ_T stays near 1 and the end is no noise.

Returns: (steps,), float64: a thousand factors near 1 lose digits in float32.
"""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.problem import Case, Draw, FunctionSlip, Law, Problem, Slip, World, expect


def alphas_bar(schedule: str, steps: int) -> Tensor:
    """The cumulative product of 1 - beta for `linear` or `cosine`."""
    if schedule == "linear":
        betas = torch.linspace(1e-4, 0.02, steps, dtype=torch.float64)  # (steps,)
    elif schedule == "cosine":
        u = torch.arange(steps + 1, dtype=torch.float64) / steps  # 0 to 1, both included
        f = ((u + 0.008) / 1.008 * torch.pi / 2).cos().square()  # (steps+1,)
        betas = (1 - f[1:] / f[:-1]).clamp(max=0.999)
    else:
        raise ValueError(f"no schedule is called {schedule!r}")
    return (1 - betas).cumprod(0)


# ----------------------------------------------------------------------------------------------------------------------


def cases(draw: Draw) -> Iterator[Case]:
    """Nothing is drawn. Linear with one step is left out: what a slope over one point is, everybody may decide."""
    del draw
    yield Case("cosine, one step", ("cosine", 1))
    yield Case("linear, two steps", ("linear", 2))
    yield Case("cosine, two steps", ("cosine", 2))
    yield Case("cosine, five steps", ("cosine", 5))
    yield Case("linear, seven steps", ("linear", 7))
    yield Case("linear by keyword", (), {"steps": 12, "schedule": "linear"})
    yield Case("cosine by keyword", (), {"steps": 16, "schedule": "cosine"})
    yield Case("linear, a hundred steps", ("linear", 100))
    yield Case("cosine, a hundred steps", ("cosine", 100))
    yield Case("linear, a thousand steps", ("linear", 1000))
    yield Case("cosine, a thousand steps", ("cosine", 1000))
    yield Case("linear, 1500 steps", ("linear", 1500))
    yield Case("another name", ("quadratic", 6), raises=("ValueError",))
    yield Case("another name, one more", ("sine", 4), raises=("ValueError",))


def comes_in_float64(world: World, draw: Draw) -> None:
    """A list of Python floats is float64, too."""
    del draw
    for schedule in ("linear", "cosine"):
        value = world.call("alphas_bar", schedule, 8)
        first = value[0] if isinstance(value, list | tuple) and value else value
        dtype = str(getattr(first, "dtype", "float64")).removeprefix("torch.")
        expect(dtype == "float64", f"{schedule}: the result is {dtype}, expected float64", "dtype")


def computed_in_float64(world: World, draw: Draw) -> None:
    """The last levels of a thousand are differences from 1 of many digits: float32 is off by 1e-5 and more there."""
    del draw
    for schedule in ("linear", "cosine"):
        right = alphas_bar(schedule, 1000)
        value = torch.as_tensor(world.call("alphas_bar", schedule, 1000), dtype=torch.float64)
        expect(value.shape == right.shape, f"{schedule}: 1000 levels expected", "shape")
        off = float(((value - right) / right).abs().max())
        expect(off < 1e-4, f"{schedule}: a level of 1000 is off by {off:.1g} of itself", "last-levels")
        expect(off < 1e-8, f"{schedule}: a level of 1000 is off by {off:.1g} of itself, as float32 is", "precision")


LINEAR = "torch.linspace(1e-4, 0.02, steps, dtype=torch.float64)"
COSINE = "(1 - f[1:] / f[:-1]).clamp(max=0.999)"
F = "((u + 0.008) / 1.008 * torch.pi / 2).cos().square()"
ELSE = '    else:\n        raise ValueError(f"no schedule is called {schedule!r}")\n'
RESULT = "return (1 - betas).cumprod(0)"


def cosine_without_betas(schedule: str, steps: int) -> Tensor:
    if schedule == "linear":
        return (1 - torch.linspace(1e-4, 0.02, steps, dtype=torch.float64)).cumprod(0)
    if schedule != "cosine":
        raise ValueError(schedule)
    u = torch.arange(1, steps + 1, dtype=torch.float64) / steps
    return ((u + 0.008) / 1.008 * torch.pi / 2).cos().square()


PROBLEM = Problem(
    id="beta-schedules",
    entries=(alphas_bar,),
    cases=cases,
    laws=(
        Law("the result is float64", comes_in_float64),
        Law("it is computed in float64", computed_in_float64),
    ),
    dtypes=(torch.float64,),
    grad=False,
    slips=(
        Slip(
            "betas-scaled-to-the-steps",
            LINEAR,
            "torch.linspace(0.1 / steps, 20 / steps, steps, dtype=torch.float64)",
            "The linear betas are scaled by 1000 / steps, as in code that keeps the whole noise the same: they run from 1e-4 to "
            "0.02 whatever the number of steps.",
        ),
        Slip(
            "computed-in-float32",
            RESULT,
            "return (1 - betas.float()).cumprod(0).double()",
            "The result is float64, but it was computed in float32 and keeps its rounding: make the grid float64 from the start.",
        ),
        Slip(
            "betas-returned",
            RESULT,
            "return betas",
            "The betas are returned; asked for is the product of the 1 - beta up to each.",
        ),
        Slip(
            "alphas-returned",
            RESULT,
            "return 1 - betas",
            "The alphas of single steps are returned; they still have to be multiplied up: cumprod.",
        ),
        Slip(
            "product-of-betas",
            RESULT,
            "return betas.cumprod(0)",
            "The betas are multiplied up; alpha-bar is the product of the 1 - beta.",
        ),
        Slip(
            "noise-share",
            RESULT,
            "return 1 - (1 - betas).cumprod(0)",
            "1 - alpha-bar is returned, the variance of the noise; asked for is alpha-bar itself.",
        ),
        Slip(
            "root-returned",
            RESULT,
            "return (1 - betas).cumprod(0).sqrt()",
            "The root of alpha-bar is returned, the factor of x0; asked for is alpha-bar.",
        ),
        Slip(
            "summed",
            RESULT,
            "return (1 - betas).cumsum(0)",
            "The alphas are summed up; they are factors of one another, so multiply: cumprod.",
        ),
        Slip(
            "sum-of-betas",
            RESULT,
            "return 1 - betas.cumsum(0)",
            "1 minus the sum of the betas stands for the product of the 1 - beta, which agrees only while the sum is small.",
        ),
        Slip(
            "exponential-of-the-sum",
            RESULT,
            "return (-betas.cumsum(0)).exp()",
            "exp(-sum of betas) is the continuous-time limit; the product of the 1 - beta is smaller.",
        ),
        Slip(
            "one-in-front",
            RESULT,
            "return torch.cat([torch.ones(1, dtype=torch.float64), (1 - betas).cumprod(0)])",
            "There is a 1 before the first level, so that the result has steps + 1 entries; the first entry is 1 - beta of the "
            "first step.",
        ),
        Slip(
            "level-before-the-step",
            RESULT,
            "return torch.cat([torch.ones(1, dtype=torch.float64), (1 - betas).cumprod(0)[:-1]])",
            "Each level is that before its step: the product includes the step's own 1 - beta, so the first entry is not 1.",
        ),
        Slip(
            "from-noise-to-data",
            RESULT,
            "return (1 - betas).cumprod(0).flip(0)",
            "The levels rise; the first step is the cleanest, so alpha-bar falls along the array.",
        ),
        Slip(
            "float32",
            RESULT,
            "return (1 - betas).cumprod(0).float()",
            "The result is float32; float64 is asked for. torch.linspace and arange give float32 unless they are told "
            "dtype=torch.float64.",
        ),
        Slip(
            "scaled-linear",
            LINEAR,
            "torch.linspace(1e-4**0.5, 0.02**0.5, steps, dtype=torch.float64).square()",
            "The roots of the betas are spaced evenly, the scaled-linear schedule of latent diffusion; linear spaces the betas.",
        ),
        Slip(
            "linear-from-0.001",
            LINEAR,
            "torch.linspace(1e-3, 0.02, steps, dtype=torch.float64)",
            "The linear betas start at 1e-3; they start at 1e-4.",
        ),
        Slip(
            "linear-to-0.2",
            LINEAR,
            "torch.linspace(1e-4, 0.2, steps, dtype=torch.float64)",
            "The linear betas end at 0.2; they end at 0.02.",
        ),
        Slip(
            "linear-for-a-thousand",
            LINEAR,
            "torch.linspace(1e-4, 0.02, 1000, dtype=torch.float64)[:steps]",
            "The linear betas are always those of a thousand steps; they are spaced over the steps that are asked for.",
        ),
        Slip(
            "rescaled-for-few-steps",
            LINEAR,
            "(1000 / steps * torch.linspace(1e-4, 0.02, steps, dtype=torch.float64)).clamp(max=0.999)",
            "The betas are scaled by 1000/steps, as some code does; here the range is 1e-4 to 0.02 for any number of steps.",
        ),
        Slip(
            "end-left-out",
            LINEAR,
            "(1e-4 + (0.02 - 1e-4) * torch.arange(steps, dtype=torch.float64) / steps)",
            "The last beta is not 0.02: steps values that include both ends have a distance of (0.02 - 1e-4)/(steps - 1).",
        ),
        Slip(
            "start-left-out",
            LINEAR,
            "torch.linspace(1e-4, 0.02, steps + 1, dtype=torch.float64)[1:]",
            "The first beta is not 1e-4: linspace with steps values includes both ends.",
        ),
        Slip(
            "levels-linear",
            "        betas = " + LINEAR,
            "        return 1 - " + LINEAR,
            "In the linear schedule 1 - beta is returned; it is linear in the betas, whose product is asked for.",
        ),
        Slip("cosine-not-squared", F, F.replace(".square()", ""), "The cosine is not squared: f = cos^2."),
        Slip(
            "no-offset",
            F,
            "(u * torch.pi / 2).cos().square()",
            "The offset s = 0.008 is missing in the cosine schedule.",
        ),
        Slip(
            "offset-without-division",
            F,
            "((u + 0.008) * torch.pi / 2).cos().square()",
            "The division by 1 + s is missing: without it the angle runs past pi/2, and f rises again.",
        ),
        Slip(
            "offset-after-the-division",
            F,
            "((u / 1.008 + 0.008) * torch.pi / 2).cos().square()",
            "s is added after the division; it is (t/T + s)/(1 + s).",
        ),
        Slip("offset-0.08", F, F.replace("008", "08"), "s is 0.08 where 0.008 is meant."),
        Slip(
            "whole-turn",
            F,
            "((u + 0.008) / 1.008 * torch.pi).cos().square()",
            "The angle runs to pi; it runs to pi/2, where the cosine is 0.",
        ),
        Slip(
            "sine",
            F,
            "((u + 0.008) / 1.008 * torch.pi / 2).sin().square()",
            "A sine stands where the cosine belongs: f falls from nearly 1 to 0.",
        ),
        Slip(
            "not-clipped",
            COSINE,
            "(1 - f[1:] / f[:-1])",
            "The betas are not clipped at 0.999: the last would be 1, and alpha-bar 0 at the end.",
        ),
        Slip(
            "clipped-at-0.9999",
            COSINE,
            COSINE.replace("0.999", "0.9999"),
            "The betas are clipped at 0.9999; the bound is 0.999.",
        ),
        Slip(
            "clipped-at-0.99",
            COSINE,
            COSINE.replace("0.999", "0.99"),
            "The betas are clipped at 0.99; the bound is 0.999.",
        ),
        Slip(
            "clipped-at-0.02",
            COSINE,
            COSINE.replace("0.999", "0.02"),
            "The betas are clipped at 0.02; the bound is 0.999.",
        ),
        Slip(
            "clipped-from-below-as-well",
            COSINE,
            COSINE.replace("max=0.999", "min=1e-4, max=0.999"),
            "The betas are kept above 1e-4, too, which changes the first steps of long schedules; they have an upper bound "
            "alone.",
        ),
        Slip(
            "clipped-from-below-as-well-at-0.9999",
            COSINE,
            COSINE.replace("max=0.999", "min=1e-4, max=0.9999"),
            "The betas are clipped to [1e-4, 0.9999]; there is an upper bound alone, 0.999.",
        ),
        Slip(
            "levels-clipped",
            RESULT,
            "return (f[1:] / f[0]).clamp(min=0.001) if schedule == 'cosine' else (1 - betas).cumprod(0)",
            "alpha-bar is kept above 0.001; the bound holds for the betas, at most 0.999, before the product.",
        ),
        FunctionSlip(
            "f-itself",
            {"alphas_bar": cosine_without_betas},
            "f(t) itself is returned: it has to be divided by f(0), and the betas are clipped before the product.",
        ),
        Slip(
            "grid-without-the-last-point",
            "torch.arange(steps + 1, dtype=torch.float64) / steps",
            "torch.linspace(0, 1, steps, dtype=torch.float64)",
            "The grid has steps points, so that only steps - 1 ratios are left: f is needed at steps + 1 points, 0 and 1 "
            "included.",
        ),
        Slip(
            "grid-divided-by-one-more",
            "torch.arange(steps + 1, dtype=torch.float64) / steps",
            "torch.arange(steps + 1, dtype=torch.float64) / (steps + 1)",
            "t is divided by steps + 1, so that f does not reach its end; t/T runs from 0 to 1.",
        ),
        Slip(
            "ratio-upside-down",
            COSINE,
            "(1 - f[:-1] / f[1:]).clamp(max=0.999)",
            "The ratio is upside down: beta_t = 1 - f(t)/f(t-1), of the later to the earlier.",
        ),
        Slip(
            "any-name-accepted",
            'elif schedule == "cosine":',
            "elif True:",
            "Another name gets an answer, the other schedule or None; it raises ValueError.",
        ),
        Slip(
            "key-error",
            'raise ValueError(f"no schedule is called {schedule!r}")',
            "raise KeyError(schedule)",
            "Another name raises KeyError, as looking it up in a dict does; asked for is ValueError.",
        ),
        Slip(
            "not-implemented",
            'raise ValueError(f"no schedule is called {schedule!r}")',
            "raise NotImplementedError(schedule)",
            "Another name raises NotImplementedError; asked for is ValueError.",
        ),
        Slip(
            "left-undefined",
            ELSE,
            "",
            "Another name leaves the betas undefined and fails with UnboundLocalError; asked for is ValueError.",
        ),
    ),
)
