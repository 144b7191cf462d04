"""How answers to `karras-sigmas` are judged."""

from collections.abc import Iterator

import torch

from reference_impls.problem import Case, Draw, Problem, Tolerance
from reference_impls.sampling.karras_sigmas.reference import karras_sigmas

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


PROBLEM = Problem(
    id="karras-sigmas",
    entries=(karras_sigmas,),
    cases=cases,
    grad=False,
    tolerances={torch.float32: RELATIVE, torch.float64: RELATIVE},
)
