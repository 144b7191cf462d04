"""The noise levels of EDM's sampler (Karras et al. 2022, arXiv:2206.00364, eq. 5 and table 1).

    σ_i = (σ_max^{1/ρ} + i/(n-1) (σ_min^{1/ρ} - σ_max^{1/ρ}))^ρ,  i = 0..n-1,        σ_n = 0

The ρ-th roots are evenly spaced: ρ = 1 is a linear grid, and as ρ grows it tends to a geometric one. A larger ρ puts more of the
steps at low noise; ρ = 3 about evens out the errors of the steps, and 5 to 10 give better images. The n levels include both
ends; the 0 that is appended is where the last step arrives, so that n steps are made.

Returns: (n+1,), from sigma_max down to sigma_min, and 0; n >= 2.
"""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.problem import Case, Draw, Problem, Slip, Tolerance


def karras_sigmas(n: int, sigma_min: float = 0.002, sigma_max: float = 80.0, rho: float = 7.0) -> Tensor:
    """n levels, evenly spaced in their rho-th roots, and a final 0."""
    ramp = torch.linspace(0, 1, n, dtype=torch.float64)
    low, high = sigma_min ** (1 / rho), sigma_max ** (1 / rho)
    sigmas = (high + ramp * (low - high)) ** rho  # (n,), sigma_max first
    return torch.cat([sigmas, sigmas.new_zeros(1)])  # (n+1,)


# ----------------------------------------------------------------------------------------------------------------------

RELATIVE = Tolerance(2e-4, 1e-9)
"""Levels span four powers of ten, and each matters; float32 is right to 1e-5 for all that is asked below."""


def cases(draw: Draw) -> Iterator[Case]:
    # the ends keep the powers far enough apart, or near enough, that exchanging them gives the same in float32 and float64
    yield Case("two levels", (2,))
    yield Case("three levels", (3,))
    yield Case("three levels, other ends", (3, 0.02, 10.0))
    yield Case("ten levels", (10,))
    yield Case("EDM's 18 levels", (18,))
    yield Case("rho 12", (5,), {"rho": 12.0})
    yield Case("rho 3", (5, 0.5, 10.0, 3.0))
    yield Case("rho 1: a linear grid", (6, 0.5, 10.0, 1.0))
    yield Case("rho 2, from a higher level", (7,), {"sigma_max": 30.0, "sigma_min": 0.5, "rho": 2.0})
    yield Case("rho 15", (4, 0.05, 20.0, 15.0))
    yield Case("another lowest level", (4,), {"sigma_min": 0.03})
    yield Case("another highest level", (5,), {"sigma_max": 14.6})
    yield Case("levels below 1", (4, 0.1, 0.7, 3.0))
    yield Case("levels above 1", (4, 3.0, 20.0, 3.0))
    yield Case("a fractional rho", (5, 0.001, 25.0, 4.5))
    yield Case(
        "drawn ends", (draw.integer(6, 12), draw.real(0.001, 0.003), draw.real(60.0, 120.0), draw.real(6.0, 9.0))
    )
    yield Case("a hundred levels", (100,))


SIGMAS = "(high + ramp * (low - high)) ** rho"
RAMP = "ramp = torch.linspace(0, 1, n, dtype=torch.float64)"
ENDS = "low, high = sigma_min ** (1 / rho), sigma_max ** (1 / rho)"
RESULT = "return torch.cat([sigmas, sigmas.new_zeros(1)])  # (n+1,)"

PROBLEM = Problem(
    id="karras-sigmas",
    entries=(karras_sigmas,),
    cases=cases,
    grad=False,
    tolerances={torch.float32: RELATIVE, torch.float64: RELATIVE},
    slips=(
        Slip(
            "outer-power-of-7",
            SIGMAS,
            "(high + ramp * (low - high)) ** 7",
            "The power at the end is always 7; it is rho, as in the roots.",
        ),
        Slip(
            "root-of-the-difference",
            SIGMAS,
            "(high - ramp * (sigma_max - sigma_min) ** (1 / rho)).clamp(min=0) ** rho",
            "The root is taken of the difference of the levels; it is the difference of their roots.",
        ),
        Slip(
            "no-final-zero",
            RESULT,
            "return sigmas",
            "The final 0 is missing: n levels and a 0, so n+1 values.",
        ),
        Slip(
            "final-is-sigma-min",
            "sigmas.new_zeros(1)",
            "sigmas[-1:]",
            "The last level is repeated at the end; the last value is 0.",
        ),
        Slip(
            "zero-first",
            RESULT,
            "return torch.cat([sigmas.new_zeros(1), sigmas])",
            "The 0 stands first; it comes last.",
        ),
        Slip(
            "all-ascending",
            RESULT,
            "return torch.cat([sigmas, sigmas.new_zeros(1)]).flip(0)",
            "The levels rise from 0; sampling starts at sigma_max and goes down to 0.",
        ),
        Slip(
            "levels-ascending",
            "(high + ramp * (low - high))",
            "(low + ramp * (high - low))",
            "The levels rise from sigma_min to sigma_max before the 0; they fall (are the ends exchanged?).",
        ),
        Slip(
            "zero-counted-in",
            RAMP,
            "ramp = torch.linspace(0, 1, n - 1, dtype=torch.float64)",
            "There are n - 1 levels and the 0; n counts the levels without it.",
        ),
        Slip(
            "one-level-too-many",
            RAMP,
            "ramp = torch.linspace(0, 1, n + 1, dtype=torch.float64)",
            "There are n + 1 levels before the 0; there are n.",
        ),
        Slip(
            "zero-not-appended-but-a-level",
            f"{RAMP}\n    {ENDS}\n    sigmas = {SIGMAS}  # (n,), sigma_max first\n    {RESULT}",
            f"ramp = torch.linspace(0, 1, n + 1, dtype=torch.float64)\n    {ENDS}\n    return {SIGMAS}",
            "There are n + 1 levels that end at sigma_min; there are n, and then a 0.",
        ),
        Slip(
            "last-of-n-overwritten",
            f"sigmas = {SIGMAS}  # (n,), sigma_max first\n    {RESULT}",
            f"sigmas = {SIGMAS}\n    sigmas[-1] = 0\n    return sigmas",
            "The last of the n levels is set to 0; the 0 is appended to them.",
        ),
        Slip(
            "divided-by-n",
            RAMP,
            "ramp = torch.arange(n, dtype=torch.float64) / n",
            "i is divided by n (or the last of n + 1 levels is set to 0), so sigma_min is no level: divide by n - 1, and append "
            "the 0.",
        ),
        Slip(
            "divided-by-n-plus-1",
            RAMP,
            "ramp = torch.arange(n, dtype=torch.float64) / (n + 1)",
            "i is divided by n + 1, so the levels stop short of sigma_min: by n - 1.",
        ),
        Slip(
            "first-level-missing",
            RAMP,
            "ramp = torch.arange(1, n + 1, dtype=torch.float64) / n",
            "The levels start below sigma_max: the first is sigma_max itself, so i/(n-1) from i = 0.",
        ),
        Slip(
            "middles-of-the-intervals",
            RAMP,
            "ramp = (torch.arange(n, dtype=torch.float64) + 0.5) / n",
            "The levels are middles of intervals; both ends are levels: i/(n-1).",
        ),
        Slip(
            "without-outer-power",
            SIGMAS,
            "high + ramp * (low - high)",
            "The roots come back: the power rho at the end is missing.",
        ),
        Slip(
            "without-roots",
            ENDS,
            "low, high = sigma_min, sigma_max",
            "The levels themselves are interpolated and then raised to rho: interpolate their roots, sigma ** (1/rho).",
        ),
        Slip(
            "powers-exchanged",
            f"{ENDS}\n    sigmas = {SIGMAS}",
            "low, high = sigma_min**rho, sigma_max**rho\n    sigmas = (high + ramp * (low - high)) ** (1 / rho)",
            "The powers are exchanged: interpolate sigma ** (1/rho), and raise the result to rho.",
        ),
        Slip(
            "powers-exchanged-in-a-mixture",
            f"{ENDS}\n    sigmas = {SIGMAS}",
            "low, high = sigma_min**rho, sigma_max**rho\n    sigmas = ((1 - ramp) * high + ramp * low) ** (1 / rho)",
            "The powers are exchanged: mix sigma ** (1/rho) of both ends, and raise the result to rho.",
        ),
        Slip(
            "linear",
            f"{ENDS}\n    sigmas = {SIGMAS}",
            "low, high = sigma_min, sigma_max\n    sigmas = high + ramp * (low - high)",
            "The levels are evenly spaced, which is rho = 1: space their rho-th roots evenly.",
        ),
        Slip(
            "geometric",
            SIGMAS,
            "sigma_max * (sigma_min / sigma_max) ** ramp",
            "The levels are evenly spaced in log sigma, the limit of a large rho: space their rho-th roots evenly.",
        ),
        Slip(
            "power-on-the-ramp",
            SIGMAS,
            "sigma_max + ramp**rho * (sigma_min - sigma_max)",
            "The power rho is put on the ramp; it belongs to the interpolated roots.",
        ),
        Slip(
            "root-on-the-ramp",
            SIGMAS,
            "sigma_max + ramp ** (1 / rho) * (sigma_min - sigma_max)",
            "The root is taken of the ramp; it is taken of the two ends, and the power rho of what lies between.",
        ),
        Slip(
            "power-on-the-falling-ramp",
            SIGMAS,
            "sigma_min + (1 - ramp) ** rho * (sigma_max - sigma_min)",
            "The power rho is put on a ramp from 1 to 0; it belongs to the interpolated roots of both ends.",
        ),
        Slip(
            "root-on-the-falling-ramp",
            SIGMAS,
            "sigma_min + (1 - ramp) ** (1 / rho) * (sigma_max - sigma_min)",
            "The root is taken of a ramp from 1 to 0; it is taken of the two ends, and the power rho of what lies between.",
        ),
        Slip(
            "square-roots",
            f"{ENDS}\n    sigmas = {SIGMAS}",
            "low, high = sigma_min**0.5, sigma_max**0.5\n    sigmas = (high + ramp * (low - high)) ** 2",
            "The square roots are spaced evenly, as in other schedules; it is the rho-th roots.",
        ),
        Slip(
            "root-taken-twice",
            SIGMAS,
            "(high + ramp * (low - high)) ** (1 / rho)",
            "The root is taken again at the end: raise to the power rho.",
        ),
        Slip(
            "whole-number-ramp",
            RAMP,
            "ramp = torch.arange(n) // (n - 1)",
            "i // (n - 1) is 0 up to the last level, so that nearly all are sigma_max: use /.",
        ),
        Slip(
            "two-results",
            RESULT,
            "return sigmas, sigmas.new_zeros(1)",
            "The levels and the 0 come back as two values; join them to one of n + 1.",
        ),
        Slip(
            "power-in-log-space",
            SIGMAS,
            "sigma_min * (sigma_max / sigma_min) ** ((1 - ramp) ** rho)",
            "This is polynomial in log sigma (the polyexponential grid): space the rho-th roots evenly.",
        ),
        Slip(
            "precedence-of-the-root",
            ENDS,
            "low, high = sigma_min**1 / rho, sigma_max**1 / rho",
            "sigma ** 1 / rho is sigma / rho: write sigma ** (1 / rho).",
        ),
        Slip(
            "root-by-whole-division",
            ENDS,
            "low, high = sigma_min ** (1 // rho), sigma_max ** (1 // rho)",
            "1 // rho is 0, so both roots become 1: use 1 / rho.",
        ),
        Slip(
            "brackets-missing",
            "ramp * (low - high)",
            "ramp * low - high",
            "Brackets are missing: the ramp multiplies the difference of the two roots.",
        ),
        Slip(
            "difference-reversed",
            "ramp * (low - high)",
            "ramp * (high - low)",
            "The difference of the roots has the wrong sign, so that the levels grow beyond sigma_max: low minus high.",
        ),
        Slip(
            "down-to-zero",
            "ramp * (low - high)",
            "ramp * (0 - high)",
            "The roots are spaced down to 0, and sigma_min is not used: the n levels end at sigma_min.",
        ),
        Slip(
            "spaced-over-the-zero",
            f"{RAMP}\n    {ENDS}\n    sigmas = {SIGMAS}  # (n,), sigma_max first\n    {RESULT}",
            "ramp = torch.linspace(1, 0, n + 1, dtype=torch.float64)\n    return (ramp * sigma_max ** (1 / rho)) ** rho",
            "n + 1 roots are spaced from sigma_max to 0, and sigma_min is not used: n levels end at sigma_min, and then a 0 "
            "comes.",
        ),
        Slip(
            "variances",
            RESULT,
            "return torch.cat([sigmas, sigmas.new_zeros(1)]) ** 2",
            "These are variances, sigma squared; the levels are standard deviations.",
        ),
        Slip(
            "roots-of-the-levels",
            RESULT,
            "return torch.cat([sigmas, sigmas.new_zeros(1)]) ** 0.5",
            "These are the square roots of the levels.",
        ),
        Slip(
            "log-levels",
            SIGMAS,
            "((high + ramp * (low - high)) ** rho).log()",
            "The logarithms of the levels come back; return the levels.",
        ),
        Slip(
            "normalised",
            SIGMAS,
            "((high + ramp * (low - high)) ** rho) / sigma_max",
            "The levels are divided by sigma_max; they start at sigma_max.",
        ),
        Slip(
            "multiplied-by-rho",
            SIGMAS,
            "(high + ramp * (low - high)) * rho",
            "The interpolated roots are multiplied by rho; raise them to the power rho.",
        ),
        Slip(
            "small-final-level",
            "sigmas.new_zeros(1)",
            "sigmas.new_full((1,), 1e-4)",
            "The last value is a small level; it is 0 itself.",
        ),
        Slip(
            "one-root-only",
            ENDS,
            "low, high = sigma_min, sigma_max ** (1 / rho)",
            "The root is taken of sigma_max alone: take it of both ends.",
        ),
        Slip(
            "root-of-sigma-min-only",
            ENDS,
            "low, high = sigma_min ** (1 / rho), sigma_max",
            "The root is taken of sigma_min alone: take it of both ends.",
        ),
        Slip(
            "differences",
            RESULT,
            "levels = torch.cat([sigmas, sigmas.new_zeros(1)])\n    return levels[1:] - levels[:-1]",
            "These are the lengths of the steps; return the n + 1 levels themselves.",
        ),
        Slip(
            "zero-at-both-ends",
            RESULT,
            "return torch.cat([sigmas.new_zeros(1), sigmas, sigmas.new_zeros(1)])",
            "A 0 stands before the levels too; it comes once, at the end.",
        ),
    ),
)
