"""How answers to `gmm-em-step` are judged."""

from collections.abc import Iterator
from typing import Any

import torch
from torch import Tensor

from reference_impls.fundamentals.gmm_em_step.reference import gmm_em_step
from reference_impls.problem import FLOAT32_EVERYWHERE, Case, Draw, Problem


def covariances(draw: Draw, K: int, D: int, scale: float = 1.0) -> Tensor:
    """Full, of different sizes, with eigenvalues of at least 0.3 times the scale."""
    root = draw.normal(K, D, D).double()
    size = draw.uniform(K, 1, 1, low=0.6, high=1.6).double()
    return draw.floating(scale * size * (root @ root.mT / D + 0.3 * torch.eye(D, dtype=torch.float64)))


def mixture(draw: Draw, N: int, D: int, K: int, *, apart: float = 1.2, scale: float = 1.0) -> tuple[Any, ...]:
    """Points without clusters, and components that share them: most responsibilities are neither 0 nor 1."""
    x = draw.floating(1.5 * draw.normal(N, D).double() + 0.8)
    means = draw.floating(apart * draw.normal(K, D).double() + 0.8)
    shares = draw.uniform(K, low=0.3, high=1.5).double()
    weights = draw.floating(shares / shares.sum())
    return x.numpy(), means.numpy(), covariances(draw, K, D, scale).numpy(), weights.numpy()


def far_away(draw: Draw) -> tuple[Any, ...]:
    """Half of the points lie where every density is about exp(-800) to exp(-5000); the nearest component is clear."""
    _, means, covs, weights = mixture(draw, 4, 2, 2)
    means = draw.floating([[-3.0, 0.0], [3.0, 0.5]]).numpy()
    covs = draw.floating([[[0.9, 0.2], [0.2, 0.7]], [[0.8, -0.1], [-0.1, 0.6]]]).numpy()
    near = draw.normal(5, 2).double() * torch.tensor([2.0, 0.7], dtype=torch.float64)
    side = torch.tensor([[-40.0, 5.0], [-52.0, -8.0], [44.0, 6.0], [57.0, -3.0]], dtype=torch.float64)
    x = draw.floating(torch.cat([near, side + draw.uniform(4, 2).double()]))
    return x.numpy(), means, covs, weights


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("four points, one feature, two components", mixture(draw, 4, 1, 2))
    yield Case("nine points, two features, two components", mixture(draw, 9, 2, 2))
    yield Case("20 points, three features, four components", mixture(draw, 20, 3, 4))
    yield Case("points far from every component", far_away(draw))
    yield Case("one component", mixture(draw, 7, 2, 1))
    yield Case("as many points as features and components", mixture(draw, 3, 3, 3))
    yield Case("narrow components", mixture(draw, 12, 2, 3, apart=0.8, scale=0.2))
    yield Case("wide components", mixture(draw, 10, 4, 2, scale=9.0))
    x, means, covs, _ = mixture(draw, 15, 2, 3)
    yield Case("one rare component", (x, means, covs, draw.floating([0.0005, 0.4, 0.5995]).numpy()))
    yield Case("one point", mixture(draw, 1, 2, 3))


PROBLEM = Problem(
    id="gmm-em-step",
    entries=(gmm_em_step,),
    cases=cases,
    grad=False,
    tolerances=FLOAT32_EVERYWHERE,
)
