"""The page agrees with scipy's matrix root where that is accurate, and with closed forms where it is not."""

from __future__ import annotations

import pytest
import torch
from scipy.linalg import sqrtm

from reference_impls.quality.frechet_distance.reference import frechet_distance


def gaussian(seed: int, D: int) -> tuple[torch.Tensor, torch.Tensor]:
    generator = torch.Generator().manual_seed(seed)
    A = torch.randn(D, D, generator=generator, dtype=torch.float64)
    return torch.randn(D, generator=generator, dtype=torch.float64), A @ A.T + 0.1 * torch.eye(D, dtype=torch.float64)


@pytest.mark.parametrize("D", [1, 2, 5, 16])
def test_the_page_agrees_with_scipy(D: int) -> None:
    (mu1, cov1), (mu2, cov2) = gaussian(D, D), gaussian(D + 100, D)
    root = torch.as_tensor(sqrtm((cov1 @ cov2).numpy())).real
    want = float((mu1 - mu2).square().sum() + torch.trace(cov1 + cov2 - 2 * root))
    assert frechet_distance(mu1, cov1, mu2, cov2) == pytest.approx(want)


def test_it_is_symmetric_and_does_not_depend_on_the_axes() -> None:
    (mu1, cov1), (mu2, cov2) = gaussian(1, 4), gaussian(2, 4)
    Q = torch.linalg.qr(gaussian(3, 4)[1]).Q
    want = frechet_distance(mu1, cov1, mu2, cov2)
    assert frechet_distance(mu2, cov2, mu1, cov1) == pytest.approx(want)
    assert frechet_distance(Q @ mu1, Q @ cov1 @ Q.T, Q @ mu2, Q @ cov2 @ Q.T) == pytest.approx(want)


def test_between_lines_it_is_what_the_angle_leaves() -> None:
    """Rank one, uuᵀ and vvᵀ: the root of the product has the trace |u·v|."""
    u, v = torch.tensor([3.0, 0.0]).double(), torch.tensor([1.0, 1.0]).double()
    zero = torch.zeros(2)
    assert frechet_distance(zero, torch.outer(u, u), zero, torch.outer(v, v)) == pytest.approx(9 + 2 - 2 * 3)
    assert frechet_distance(zero, torch.outer(u, u), zero, torch.outer(u, u)) == pytest.approx(0, abs=1e-7)


def test_scaling_a_gaussian_is_the_distance_of_standard_deviations() -> None:
    mu, cov = gaussian(5, 3)
    assert frechet_distance(mu, cov, mu, 4 * cov) == pytest.approx(float(cov.trace()))
