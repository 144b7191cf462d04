"""The page's training step, with its draws repeated from the same seed, against diffusers' forward process."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor
from torch.nn import functional as F

from reference_impls.diffusion.ddpm_loss.reference import ddpm_loss

diffusers = pytest.importorskip("diffusers")


def alphas_bar(steps: int) -> Tensor:
    return torch.linspace(1e-4, 0.02, steps).neg().add(1).cumprod(0)


def seeded(model: object, x0: Tensor, ab: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """The loss, and the t and ε that the page draws first and second."""
    torch.manual_seed(7)
    loss = ddpm_loss(model, x0, ab)  # type: ignore[arg-type]
    torch.manual_seed(7)
    return loss, torch.randint(0, len(ab), (x0.shape[0],)), torch.randn_like(x0)


@pytest.mark.parametrize("shape", [(5,), (4, 2), (3, 2, 7), (2, 3, 8, 6), (4, 4, 5, 3, 2), (4, 1, 5, 8, 8)])
def test_it_is_the_mse_at_the_noisy_sample_of_diffusers(shape: tuple[int, ...]) -> None:
    scheduler = diffusers.DDPMScheduler(num_train_timesteps=1000, beta_start=1e-4, beta_end=0.02)
    x0 = torch.randn(shape, generator=torch.Generator().manual_seed(1))
    seen: list[tuple[Tensor, Tensor]] = []

    def model(x_t: Tensor, t: Tensor) -> Tensor:
        seen.append((x_t, t))
        return torch.tanh(x_t)

    loss, t, eps = seeded(model, x0, alphas_bar(1000))
    x_t = scheduler.add_noise(x0, eps, t)
    torch.testing.assert_close(seen[0][0], x_t, rtol=1e-4, atol=1e-5)
    assert torch.equal(seen[0][1], t)
    torch.testing.assert_close(loss, F.mse_loss(torch.tanh(x_t), eps), rtol=1e-4, atol=1e-5)


def test_a_model_that_knows_the_noise_has_no_loss() -> None:
    x0, ab = torch.randn(6, 3, 4, dtype=torch.float64), alphas_bar(50).double()

    def oracle(x_t: Tensor, t: Tensor) -> Tensor:
        level = ab[t][:, None, None]
        return (x_t - level.sqrt() * x0) / (1 - level).sqrt()

    assert float(ddpm_loss(oracle, x0, ab)) < 1e-20


def test_predicting_nothing_costs_the_variance_of_the_noise() -> None:
    torch.manual_seed(2)
    loss = ddpm_loss(lambda x, t: torch.zeros_like(x), torch.randn(64, 500), alphas_bar(10))
    assert float(loss) == pytest.approx(1, abs=0.05)


def test_the_gradient_of_the_weights_is_that_of_the_mse() -> None:
    x0, ab = torch.randn(8, 3, dtype=torch.float64), alphas_bar(20).double()
    weight = torch.randn(3, 3, dtype=torch.float64, requires_grad=True)
    loss, t, eps = seeded(lambda x, t: x @ weight, x0, ab)
    level = ab[t][:, None]
    x_t = level.sqrt() * x0 + (1 - level).sqrt() * eps
    (gradient,) = torch.autograd.grad(loss, weight)
    torch.testing.assert_close(gradient, 2 / x0.numel() * x_t.T @ (x_t @ weight - eps).detach())
