"""The page's step against diffusers' scheduler, and against what the paper says of its marginals."""

from __future__ import annotations

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor

from reference_impls.diffusion.ddim_step.reference import ddim_step

diffusers = pytest.importorskip("diffusers")

SHAPE = (2, 3, 4, 5)


def noise(seed: int, *shape: int) -> Tensor:
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)


@pytest.mark.parametrize("eta", [0.0, 0.3, 1.0])
@pytest.mark.parametrize(("steps", "t"), [(10, 900), (10, 300), (50, 20), (10, 0), (1000, 500)])
def test_it_is_the_step_of_diffusers(eta: float, steps: int, t: int) -> None:
    scheduler = diffusers.DDIMScheduler(clip_sample=False, set_alpha_to_one=True)
    scheduler.set_timesteps(steps)
    x_t, eps, z = noise(1, *SHAPE), noise(2, *SHAPE), noise(3, *SHAPE)
    wanted = scheduler.step(eps, t, x_t, eta=eta, variance_noise=z if eta else None).prev_sample
    previous = t - 1000 // steps
    ab_t = scheduler.alphas_cumprod[t]
    ab_prev = scheduler.alphas_cumprod[previous] if previous >= 0 else scheduler.final_alpha_cumprod
    torch.testing.assert_close(ddim_step(x_t, eps, ab_t, ab_prev, eta, z), wanted, rtol=1e-4, atol=1e-4)


@given(st.floats(0.01, 0.98), st.floats(0.001, 0.999), st.floats(0, 1))
def test_the_marginal_at_the_new_level_has_variance_one_minus_ab(ab_t: float, way: float, eta: float) -> None:
    """Coefficients of ε and z, squared and added, give 1 - ᾱ_prev for every η (the marginals of training)."""
    ab_prev = ab_t + way * (1 - ab_t)
    one, zero = torch.ones(1, dtype=torch.float64), torch.zeros(1, dtype=torch.float64)
    of_eps = ddim_step((1 - ab_t) ** 0.5 * one, one, ab_t, ab_prev, eta, zero)
    of_z = ddim_step(zero, zero, ab_t, ab_prev, eta, one)
    torch.testing.assert_close(of_eps.square() + of_z.square(), (1 - ab_prev) * one, rtol=1e-7, atol=1e-9)


def test_eta_one_has_the_posterior_of_ddpm() -> None:
    """Mean and variance of q(x_{t-1} | x_t, x̂0) (Ho et al. 2020, eqs. 6 and 7)."""
    ab_t, ab_prev = 0.4, 0.55
    alpha = ab_t / ab_prev
    x_t, eps, z = noise(1, 3, 4), noise(2, 3, 4), noise(3, 3, 4)
    x0 = (x_t - (1 - ab_t) ** 0.5 * eps) / ab_t**0.5
    mean = ab_prev**0.5 * (1 - alpha) / (1 - ab_t) * x0 + alpha**0.5 * (1 - ab_prev) / (1 - ab_t) * x_t
    variance = (1 - ab_prev) / (1 - ab_t) * (1 - alpha)
    torch.testing.assert_close(ddim_step(x_t, eps, ab_t, ab_prev, 1.0, z), mean + variance**0.5 * z)
