"""The page's estimate against diffusers' scheduler, the forward process, and posterior means that are known."""

from __future__ import annotations

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor

from reference_impls.diffusion.forward_diffuse.reference import q_sample
from reference_impls.diffusion.tweedie_x0.reference import predict_x0

diffusers = pytest.importorskip("diffusers")


def noise(seed: int, *shape: int) -> Tensor:
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)


@pytest.mark.parametrize("t", [999, 400, 1])
def test_it_is_the_clean_estimate_of_diffusers(t: int) -> None:
    scheduler = diffusers.DDPMScheduler(clip_sample=False)
    x_t, eps = noise(1, 2, 3, 4, 5), noise(2, 2, 3, 4, 5)
    wanted = scheduler.step(eps, t, x_t).pred_original_sample
    torch.testing.assert_close(predict_x0(x_t, eps, scheduler.alphas_cumprod[t]), wanted)


@given(st.floats(1e-4, 0.9999))
def test_the_true_noise_leads_back_to_x0(level: float) -> None:
    x0, eps = noise(1, 3, 4), noise(2, 3, 4)
    x_t = q_sample(x0, torch.zeros(3, dtype=torch.int64), eps, torch.tensor([level], dtype=torch.float64))
    torch.testing.assert_close(predict_x0(x_t, eps, level), x0, rtol=1e-6, atol=1e-9)


@given(st.floats(0.01, 0.99), st.floats(0.1, 3), st.floats(-2, 2))
def test_the_expected_noise_leads_to_the_posterior_mean_of_a_gaussian(
    level: float, deviation: float, mean: float
) -> None:
    x_t = torch.linspace(-3, 3, 7, dtype=torch.float64)
    variance = level * deviation**2 + 1 - level
    eps = (1 - level) ** 0.5 * (x_t - level**0.5 * mean) / variance
    wanted = mean + level**0.5 * deviation**2 / variance * (x_t - level**0.5 * mean)
    torch.testing.assert_close(predict_x0(x_t, eps, level), wanted)


def test_the_expected_noise_leads_to_the_mean_of_two_points() -> None:
    """Data -1 or 1: E[x0 | x_t] = tanh(√ᾱ x_t / (1 - ᾱ)), and the noise is what x0 leaves of x_t."""
    level, x_t = 0.3, torch.linspace(-3, 3, 7, dtype=torch.float64)
    wanted = torch.tanh(level**0.5 * x_t / (1 - level))
    eps = (x_t - level**0.5 * wanted) / (1 - level) ** 0.5
    torch.testing.assert_close(predict_x0(x_t, eps, torch.tensor(level, dtype=torch.float64)), wanted)
