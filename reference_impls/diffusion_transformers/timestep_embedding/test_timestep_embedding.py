"""The timestep embedding agrees with diffusers and holds the channels of the sinusoidal encoding in another order."""

from __future__ import annotations

import pytest
import torch

from reference_impls.diffusion_transformers.timestep_embedding.reference import timestep_embedding
from reference_impls.transformers.sinusoidal_encoding.reference import sinusoidal_encoding


@pytest.mark.parametrize(("dim", "max_period"), [(2, 10000.0), (8, 10000.0), (10, 30.0)])
def test_it_is_the_encoding_of_positions_with_its_channels_in_two_halves(dim: int, max_period: float) -> None:
    table = sinusoidal_encoding(50, dim, max_period)
    want = torch.cat((table[:, 1::2], table[:, 0::2]), dim=-1).float()
    torch.testing.assert_close(timestep_embedding(torch.arange(50), dim, max_period), want, rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize("dim", [4, 32])
def test_it_agrees_with_diffusers(dim: int) -> None:
    embeddings = pytest.importorskip("diffusers.models.embeddings")
    t = torch.tensor([0.0, 1.0, 17.5, 999.0])
    want = embeddings.get_timestep_embedding(t, dim, flip_sin_to_cos=True, downscale_freq_shift=0)
    torch.testing.assert_close(timestep_embedding(t, dim), want, rtol=1e-4, atol=2e-4)


def test_step_zero_is_ones_then_zeros() -> None:
    assert timestep_embedding(torch.zeros(1), 6).tolist() == [[1, 1, 1, 0, 0, 0]]
