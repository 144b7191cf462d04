"""How answers to `frechet-distance` are judged."""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.problem import FLOAT32_EVERYWHERE, Case, Draw, Problem
from reference_impls.quality.frechet_distance.reference import frechet_distance


def covariance(draw: Draw, D: int, rank: int | None = None) -> Tensor:
    """Of random factors, the trace of which is D: symmetric in every tier."""
    A = draw.normal(D, D if rank is None else rank).double()
    cov = A @ A.T
    return draw.floating(cov * D / cov.trace())


def gaussians(
    draw: Draw, D: int, *, rank: int | None = None, apart: float = 0.5
) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Two Gaussians, in general position."""
    mu = draw.normal(D).double()
    moved = draw.floating(mu + apart * draw.normal(D).double())
    return draw.floating(mu), covariance(draw, D, rank), moved, covariance(draw, D, rank)


def near_a_plane(draw: Draw, D: int) -> Tensor:
    """Eigenvalues from 1 down to 1e-12."""
    Q = torch.linalg.qr(draw.normal(D, D).double()).Q
    cov = Q * torch.logspace(0, -12, D, dtype=torch.float64) @ Q.T
    return draw.floating((cov + cov.T) / 2)


def cases(draw: Draw) -> Iterator[Case]:
    one = draw.floating([0.5]), draw.floating([[2.0]]), draw.floating([-1.0]), draw.floating([[0.3]])
    yield Case("one dimension", one)
    yield Case("two dimensions", gaussians(draw, 2))
    yield Case("five dimensions", gaussians(draw, 5))
    yield Case("twelve dimensions", gaussians(draw, 12))
    mu, cov, _, other = gaussians(draw, 3)
    yield Case("equal means", (mu, cov, mu.clone(), other))
    mu, cov, moved, _ = gaussians(draw, 4)
    yield Case("equal covariances", (mu, cov, moved, cov.clone()))
    yield Case("the same Gaussian twice", (mu, cov, mu.clone(), cov.clone()))
    d1, d2 = draw.uniform(4, low=0.2, high=3.0), draw.uniform(4, low=0.2, high=3.0)
    yield Case("diagonal covariances", (draw.normal(4), d1.diag(), draw.normal(4), d2.diag()))
    yield Case("singular covariances", gaussians(draw, 6, rank=3))
    yield Case("rank one", gaussians(draw, 4, rank=1))
    mu, cov, moved, _ = gaussians(draw, 5)
    low = covariance(draw, 5, rank=2)
    yield Case("the first covariance is singular", (mu, low, moved, cov))
    yield Case("the second covariance is singular", (moved, cov, mu, low))
    both = draw.normal(5), near_a_plane(draw, 5), draw.normal(5), near_a_plane(draw, 5)
    yield Case("nearly singular covariances", both)
    left, right = torch.diag(torch.tensor([1.5, 0.5, 0.0, 0.0])), torch.diag(torch.tensor([0.0, 0.0, 2.0, 0.25]))
    yield Case("no direction in common", (draw.normal(4), draw.floating(left), draw.normal(4), draw.floating(right)))
    zero = draw.floating(torch.zeros(3, 3))
    yield Case("a point and a Gaussian", (draw.normal(3), zero, draw.normal(3), covariance(draw, 3)))
    # where most eigenvalues are 0, a small number in the place of each adds up, and little else is left of the distance
    mu, cov, moved, _ = gaussians(draw, 30, rank=2, apart=0.15)
    yield Case("the same plane in thirty dimensions", (mu, cov, moved, cov.clone()))
    mu, cov, moved, other = gaussians(draw, 4, apart=20.0)
    yield Case("means far apart", (mu, cov, moved, draw.floating(other.double() * 50)))


PROBLEM = Problem(
    id="frechet-distance",
    entries=(frechet_distance,),
    cases=cases,
    grad=False,
    tolerances=FLOAT32_EVERYWHERE,
)
