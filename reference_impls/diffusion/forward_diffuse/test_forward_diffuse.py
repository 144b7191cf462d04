"""The page's jump against diffusers' scheduler, and against the chain of single steps that it replaces."""

from __future__ import annotations

import math

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor

from reference_impls.diffusion.forward_diffuse.reference import q_sample

diffusers = pytest.importorskip("diffusers")


def noise(seed: int, *shape: int) -> Tensor:
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)


@pytest.mark.parametrize("shape", [(5,), (4, 2), (3, 2, 7), (2, 3, 8, 6), (4, 4, 5, 3, 2)])
@pytest.mark.parametrize("schedule", ["linear", "squaredcos_cap_v2"])
def test_it_is_the_noisy_sample_of_diffusers(shape: tuple[int, ...], schedule: str) -> None:
    scheduler = diffusers.DDPMScheduler(beta_schedule=schedule)
    t = torch.randint(0, 1000, (shape[0],), generator=torch.Generator().manual_seed(3))
    x0, eps = noise(1, *shape).float(), noise(2, *shape).float()
    wanted = scheduler.add_noise(x0, eps, t)
    torch.testing.assert_close(q_sample(x0, t, eps, scheduler.alphas_cumprod), wanted)


@given(st.lists(st.floats(1e-4, 0.9), min_size=1, max_size=8))
def test_it_has_mean_and_variance_of_the_chain(betas: list[float]) -> None:
    """x_s = √(1-β_s) x_{s-1} + √β_s ε_s: factors of x0 multiply, variances are shrunk and added."""
    factor, variance, level = 1.0, 0.0, 1.0
    for beta in betas:
        factor, variance, level = factor * math.sqrt(1 - beta), (1 - beta) * variance + beta, level * (1 - beta)
    levels = torch.tensor([0.5] * (len(betas) - 1) + [level], dtype=torch.float64)
    one, zero, last = torch.ones(1, 1, dtype=torch.float64), torch.zeros(1, 1), torch.tensor([len(betas) - 1])
    assert q_sample(one, last, zero, levels).item() == pytest.approx(factor)
    assert q_sample(zero, last, one, levels).item() ** 2 == pytest.approx(variance)


def test_unit_variance_is_kept() -> None:
    levels = torch.tensor([0.99, 0.5, 0.01])
    x_t = q_sample(noise(1, 3, 20_000), torch.arange(3), noise(2, 3, 20_000), levels)
    assert x_t.var(dim=1).tolist() == pytest.approx([1, 1, 1], abs=0.06)


def test_each_sample_is_what_it_is_alone() -> None:
    x0, eps, t, levels = noise(1, 4, 3, 2), noise(2, 4, 3, 2), torch.tensor([2, 0, 1, 2]), torch.tensor([0.9, 0.5, 0.2])
    alone = [q_sample(x0[i : i + 1], t[i : i + 1], eps[i : i + 1], levels) for i in range(4)]
    torch.testing.assert_close(q_sample(x0, t, eps, levels), torch.cat(alone))
