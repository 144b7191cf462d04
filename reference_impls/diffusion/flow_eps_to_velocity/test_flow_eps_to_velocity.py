"""The velocity is the difference of the path's ends, its slope in time, and takes the state to the data and to the noise."""

from __future__ import annotations

import pytest
import torch

from reference_impls.diffusion.flow_eps_to_velocity.reference import velocity_from_eps


def ends() -> tuple[torch.Tensor, torch.Tensor]:
    generator = torch.Generator().manual_seed(2)
    noise, data = torch.randn(2, 3, 2, 4, generator=generator, dtype=torch.float64)
    return noise, data


@pytest.mark.parametrize("t", [0.05, 0.5, 1.0])
def test_it_is_data_minus_noise(t: float) -> None:
    noise, data = ends()
    torch.testing.assert_close(velocity_from_eps((1 - t) * noise + t * data, noise, t), data - noise)


def test_each_sample_has_its_own_time() -> None:
    noise, data = ends()
    t = torch.tensor([0.1, 0.4, 0.9], dtype=torch.float64)
    x_t = torch.stack([(1 - s) * e + s * x for s, e, x in zip(t, noise, data, strict=True)])
    torch.testing.assert_close(velocity_from_eps(x_t, noise, t), data - noise)


def test_it_is_the_slope_of_the_path() -> None:
    noise, data = ends()
    early, late = ((1 - t) * noise + t * data for t in (0.3, 0.5))
    torch.testing.assert_close(velocity_from_eps((early + late) / 2, noise, 0.4), (late - early) / 0.2)


def test_from_the_state_it_leads_to_data_and_noise() -> None:
    noise, data = ends()
    x_t = 0.6 * noise + 0.4 * data
    v = velocity_from_eps(x_t, noise, 0.4)
    torch.testing.assert_close(x_t + 0.6 * v, data)
    torch.testing.assert_close(x_t - 0.4 * v, noise)
