"""The patch embedding is a linear layer on the patches that `patchify` cuts."""

from __future__ import annotations

import pytest
import torch
from torch.nn import functional

from reference_impls.transformers.vit_patch_embed.reference import PatchEmbed


@pytest.mark.parametrize(("size", "patch", "channels", "dim"), [(4, 2, 1, 3), (9, 3, 2, 5), (4, 4, 3, 2), (3, 1, 2, 4)])
def test_it_is_a_linear_layer_on_flattened_patches(size: int, patch: int, channels: int, dim: int) -> None:
    layer = PatchEmbed(size, patch, channels, dim).double()
    x = torch.randn(2, channels, size, size).double()
    got = layer(x)
    assert got.shape == (2, layer.num_patches, dim)
    n = 0
    for r in range(0, size, patch):
        for c in range(0, size, patch):
            piece = x[:, :, r : r + patch, c : c + patch].flatten(1)
            want = functional.linear(piece, layer.proj.weight.flatten(1), layer.proj.bias)
            torch.testing.assert_close(got[:, n], want)
            n += 1


def test_a_patch_feels_only_its_own_pixels() -> None:
    layer = PatchEmbed(6, 2, 1, 3)
    x = torch.randn(1, 1, 6, 6)
    other = x.clone()
    other[..., 2:4, 4:6] += 1  # row 1, column 2 of the grid
    changed = (layer(x) != layer(other)).any(-1)[0]
    assert changed.nonzero().flatten().tolist() == [5]
