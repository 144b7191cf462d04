"""The page's step against diffusers' scheduler, the posterior of the forward chain, and the distribution that a chain ends in."""

from __future__ import annotations

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor

from reference_impls.diffusion.ddpm_step.reference import ddpm_step

diffusers = pytest.importorskip("diffusers")

SHAPE = (2, 3, 4, 5)


def noise(seed: int, *shape: int) -> Tensor:
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)


@pytest.mark.parametrize("schedule", ["linear", "squaredcos_cap_v2"])
@pytest.mark.parametrize("t", [999, 500, 20, 1, 0])
def test_it_is_the_step_of_diffusers(t: int, schedule: str) -> None:
    """With the variance that the spec names, and without the clipping that is diffusers' default."""
    scheduler = diffusers.DDPMScheduler(beta_schedule=schedule, variance_type="fixed_large", clip_sample=False)
    x_t, eps = noise(1, *SHAPE), noise(2, *SHAPE)
    wanted = scheduler.step(eps, t, x_t, generator=torch.Generator().manual_seed(3)).prev_sample
    z = noise(3, *SHAPE) if t > 0 else None
    torch.testing.assert_close(ddpm_step(x_t, eps, t, scheduler.betas, z), wanted, rtol=1e-3, atol=1e-3)


@given(st.lists(st.floats(0.01, 0.9), min_size=2, max_size=6), st.integers(0, 5))
def test_the_mean_is_that_of_the_posterior(betas: list[float], t: int) -> None:
    """Of a Gaussian x_{t-1} given x0, and x_t given x_{t-1}: precisions add."""
    t = t % len(betas)
    before = 1.0
    for beta in betas[:t]:
        before *= 1 - beta
    alpha, beta = 1 - betas[t], betas[t]
    x0, eps = noise(1, 3), noise(2, 3)
    x_t = (alpha * before) ** 0.5 * x0 + (1 - alpha * before) ** 0.5 * eps
    got = ddpm_step(x_t, eps, t, torch.tensor(betas, dtype=torch.float64), torch.zeros(3, dtype=torch.float64))
    if t == 0:
        torch.testing.assert_close(got, x0)
        return
    precision = 1 / (1 - before) + alpha / beta
    wanted = (before**0.5 * x0 / (1 - before) + alpha**0.5 * x_t / beta) / precision
    torch.testing.assert_close(got, wanted)


def test_the_chain_reaches_the_data() -> None:
    """Data N(2, 0.25): the noise that is expected is known, and many small steps lead back to them."""
    betas = torch.linspace(1e-4, 0.08, 250, dtype=torch.float64)
    levels = (1 - betas).cumprod(0)
    x = noise(5, 4000)
    for t in reversed(range(250)):
        ab = levels[t]
        eps = (1 - ab).sqrt() * (x - 2 * ab.sqrt()) / (0.25 * ab + 1 - ab)
        x = ddpm_step(x, eps, t, betas, noise(100 + t, 4000) if t else None)
    assert float(x.mean()) == pytest.approx(2, abs=0.05)
    assert float(x.std()) == pytest.approx(0.5, abs=0.05)


def test_z_plays_no_part_at_the_last_step() -> None:
    x_t, eps, betas = noise(1, 4), noise(2, 4), torch.tensor([0.1, 0.2], dtype=torch.float64)
    assert torch.equal(ddpm_step(x_t, eps, 0, betas, None), ddpm_step(x_t, eps, 0, betas, noise(3, 4)))
