"""The page's training step, with its draw repeated from the same seed, the identity with noise prediction, its minimiser."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor
from torch.distributions import Normal
from torch.nn import functional as F

from reference_impls.diffusion.dsm_loss.reference import Score, Sigma, dsm_loss

SHAPES = [(4, 2), (3, 2, 7), (2, 3, 8, 6), (4, 4, 5, 3, 2), (1, 5)]


def data(shape: tuple[int, ...]) -> tuple[Tensor, Tensor]:
    """x, and a sigma for each sample."""
    generator = torch.Generator().manual_seed(1)
    x = torch.randn(shape, generator=generator, dtype=torch.float64)
    return x, 0.1 + torch.rand(shape[0], generator=generator, dtype=torch.float64)


def seeded(score: Score, x: Tensor, sigma: Sigma) -> tuple[Tensor, Tensor]:
    """The loss, and the ε that the page draws."""
    torch.manual_seed(7)
    loss = dsm_loss(score, x, sigma)
    torch.manual_seed(7)
    return loss, torch.randn_like(x)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("shared", [True, False], ids=["one sigma", "a sigma for each"])
def test_it_is_the_squared_distance_to_the_gradient_of_the_kernels_log_density(
    shape: tuple[int, ...], shared: bool
) -> None:
    """The target by autograd through torch.distributions, sample by sample."""
    x, sigma = data(shape)
    seen: list[tuple[Tensor, Sigma]] = []

    def score(x_noisy: Tensor, sigma: Sigma) -> Tensor:
        seen.append((x_noisy, sigma))
        return torch.tanh(x_noisy)

    given: Sigma = 0.4 if shared else sigma
    loss, eps = seeded(score, x, given)
    wanted = []
    for b in range(shape[0]):
        s = 0.4 if shared else float(sigma[b])
        x_noisy = (x[b] + s * eps[b]).requires_grad_()
        log_density = Normal(x[b], s).log_prob(x_noisy)  # type: ignore[no-untyped-call]
        (target,) = torch.autograd.grad(log_density.sum(), x_noisy)
        wanted.append(s**2 * F.mse_loss(torch.tanh(x_noisy.detach()), target, reduction="sum") / 2)
        torch.testing.assert_close(seen[0][0][b], x_noisy.detach())
    assert seen[0][1] is given
    torch.testing.assert_close(loss, torch.stack(wanted).mean())


def test_it_is_half_the_squared_norm_of_a_noise_prediction() -> None:
    x, sigma = data((5, 3, 4))
    level = sigma[:, None, None]
    loss, eps = seeded(lambda x_noisy, _: -torch.sin(x_noisy) / level, x, sigma)
    torch.testing.assert_close(loss, (torch.sin(x + level * eps) - eps).square().sum() / 2 / len(x))


def test_a_score_that_knows_the_data_has_no_loss() -> None:
    x, sigma = data((6, 3, 4))
    loss = dsm_loss(lambda x_noisy, s: (x - x_noisy) / s[:, None, None] ** 2, x, sigma)  # type: ignore[index]
    assert float(loss) < 1e-24


def test_the_score_of_the_noisy_density_minimises_it_and_that_of_the_data_does_not() -> None:
    """Data N(m, v): the noisy density is N(m, v + σ²)."""
    m, v, sigma = 2.0, 0.25, 0.7
    x = m + v**0.5 * torch.randn(20_000, 1, generator=torch.Generator().manual_seed(3), dtype=torch.float64)

    def loss(variance: float) -> float:
        return float(seeded(lambda x_noisy, _: -(x_noisy - m) / variance, x, sigma)[0])

    noisy = v + sigma**2
    assert loss(noisy) < min(loss(0.9 * noisy), loss(1.1 * noisy), loss(v))
    assert loss(noisy) == pytest.approx(0.5 * v / noisy, rel=0.05)  # what the noise leaves unknown


def test_nothing_is_lost_at_small_noise() -> None:
    """σ = 1e-4 in float32: the loss of a flat score is half the variance of the noise."""
    loss = dsm_loss(lambda x_noisy, _: torch.zeros_like(x_noisy), torch.randn(64, 500), 1e-4)
    assert float(loss) == pytest.approx(250, rel=0.05)


def test_the_gradient_of_the_scores_weights_is_that_of_least_squares() -> None:
    x, sigma = data((8, 3))
    weight = torch.randn(3, 3, dtype=torch.float64, requires_grad=True)
    loss, eps = seeded(lambda x_noisy, _: x_noisy @ weight, x, sigma)
    s = sigma[:, None]
    x_noisy = x + s * eps
    (gradient,) = torch.autograd.grad(loss, weight)
    torch.testing.assert_close(gradient, (s * x_noisy).T @ (s * (x_noisy @ weight) + eps).detach() / len(x))
