"""The page's conversions against diffusers' schedulers, as inverses of each other, and as the derivative that v is."""

from __future__ import annotations

import math

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor

from reference_impls.diffusion.v_prediction.reference import from_v, to_v

diffusers = pytest.importorskip("diffusers")

SHAPE = (2, 3, 4, 5)


def noise(seed: int, *shape: int) -> Tensor:
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)


@pytest.mark.parametrize("t", [999, 400, 0])
def test_v_is_the_velocity_of_diffusers(t: int) -> None:
    scheduler = diffusers.DDPMScheduler()
    x0, eps = noise(1, *SHAPE), noise(2, *SHAPE)
    wanted = scheduler.get_velocity(x0, eps, torch.tensor([t, t]))
    torch.testing.assert_close(to_v(x0, eps, scheduler.alphas_cumprod[t]), wanted)


@pytest.mark.parametrize("t", [999, 400, 1])
def test_the_clean_estimate_is_that_of_diffusers(t: int) -> None:
    scheduler = diffusers.DDPMScheduler(prediction_type="v_prediction", clip_sample=False)
    x_t, v = noise(1, *SHAPE), noise(2, *SHAPE)
    wanted = scheduler.step(v, t, x_t).pred_original_sample
    torch.testing.assert_close(from_v(x_t, v, scheduler.alphas_cumprod[t])[0], wanted)


@given(st.floats(0, 1))
def test_there_and_back(level: float) -> None:
    x0, eps = noise(1, 3, 4), noise(2, 3, 4)
    x_t = level**0.5 * x0 + (1 - level) ** 0.5 * eps
    clean, found = from_v(x_t, to_v(x0, eps, level), level)
    torch.testing.assert_close(clean, x0)
    torch.testing.assert_close(found, eps)


@given(st.floats(0.05, 1.5))
def test_v_is_the_derivative_by_the_angle(phi: float) -> None:
    x0, eps, h = noise(1, 5), noise(2, 5), 1e-5
    ahead, behind = (math.cos(p) * x0 + math.sin(p) * eps for p in (phi + h, phi - h))
    torch.testing.assert_close(to_v(x0, eps, math.cos(phi) ** 2), (ahead - behind) / (2 * h), rtol=1e-6, atol=1e-8)


def test_a_rotation_keeps_the_length() -> None:
    x_t, v = noise(1, 6), noise(2, 6)
    x0, eps = from_v(x_t, v, torch.tensor(0.3, dtype=torch.float64))
    torch.testing.assert_close(x0**2 + eps**2, x_t**2 + v**2)
