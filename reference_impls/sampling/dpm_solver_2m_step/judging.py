"""How answers to `dpm-solver-2m-step` are judged."""

from collections.abc import Iterator, Sequence

from torch import Tensor

from reference_impls.problem import Case, Draw, Problem
from reference_impls.sampling.dpm_solver_2m_step.reference import dpmpp_2m_step

Inputs = tuple[Tensor, Tensor, Tensor | None, float, float | None, float]


def second(draw: Draw, prev: float, sigma: float, following: float, *shape: int) -> Inputs:
    """A step that has a prediction before it; the three tensors are of unlike size."""
    return (
        draw.normal(*shape, scale=sigma + 1),
        draw.normal(*shape),
        draw.normal(*shape, mean=0.6),
        sigma,
        prev,
        following,
    )


def first(draw: Draw, sigma: float, following: float, shape: Sequence[int], prev: float | None = None) -> Inputs:
    """A step without one."""
    return draw.normal(*shape, scale=sigma + 1), draw.normal(*shape), None, sigma, prev, following


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one value", second(draw, 2.0, 1.1, 0.5, 1))
    yield Case("vectors, uneven steps", second(draw, 14.6, 8.0, 1.3, 3, 4))
    yield Case("the first step", first(draw, 8.0, 3.5, (2, 3)))
    yield Case("the last step", second(draw, 0.6, 0.2, 0.0, 2, 4))
    yield Case("images", second(draw, 1.4, 0.9, 0.7, 2, 3, 4, 5))
    yield Case("equal steps of lambda", second(draw, 4.0, 2.0, 1.0, 3, 2))
    yield Case("a long step after a short one", second(draw, 1.05, 1.0, 0.1, 2, 5))
    yield Case("a short step after a long one", second(draw, 30.0, 2.0, 1.9, 2, 5))
    yield Case("levels below 1", second(draw, 0.3, 0.11, 0.02, 4, 3))
    yield Case("the first step, with a level before it", first(draw, 3.0, 1.0, (2, 3, 2), 5.0))
    yield Case("a single step to 0", first(draw, 5.0, 0.0, (3, 2)))
    yield Case("high levels", second(draw, 80.0, 57.0, 39.0, 2, 3))
    x, x0, before, *sigmas = second(draw, 1.7, 1.3, 0.4, 2, 2)
    names = dict(zip(("sigma", "sigma_prev", "sigma_next"), sigmas, strict=True))
    yield Case("by name", (), {"x0_prev": before, "x": x, "x0": x0, **names})


PROBLEM = Problem(id="dpm-solver-2m-step", entries=(dpmpp_2m_step,), cases=cases, grad=False)
