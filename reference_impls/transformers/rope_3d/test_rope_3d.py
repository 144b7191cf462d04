"""Three-dimensional RoPE agrees with rope-1d along each axis, and with rope-2d where there is a single frame."""

from __future__ import annotations

import pytest
import torch

from reference_impls.transformers.rope_1d.reference import rope_1d
from reference_impls.transformers.rope_2d.reference import rope_2d
from reference_impls.transformers.rope_3d.reference import rope_3d


@pytest.mark.parametrize(("frames", "height", "width"), [(2, 3, 4), (1, 2, 5), (3, 1, 1)])
@pytest.mark.parametrize("theta", [10000.0, 30.0])
def test_each_group_is_rope_along_its_own_axis(frames: int, height: int, width: int, theta: float) -> None:
    split = (4, 2, 6)
    x = torch.randn(2, frames * height * width, 12, dtype=torch.float64)
    by_time, by_column, by_row = x.unflatten(1, (frames, height, width)).split(split, dim=-1)
    want = (
        rope_1d(by_time.movedim(1, 3), theta).movedim(3, 1),
        rope_1d(by_column, theta),
        rope_1d(by_row.transpose(2, 3), theta).transpose(2, 3),
    )
    got = rope_3d(x, frames, height, width, split, theta)
    torch.testing.assert_close(got, torch.cat(want, dim=-1).flatten(1, 3))


def test_in_one_frame_the_spatial_channels_are_those_of_two_dimensions() -> None:
    x = torch.randn(2, 6, 12, dtype=torch.float64)
    got = rope_3d(x, 1, 2, 3, (4, 4, 4))
    torch.testing.assert_close(got[..., :4], x[..., :4])
    torch.testing.assert_close(got[..., 4:], rope_2d(x[..., 4:], 2, 3))


def test_the_gradient_rotates_back() -> None:
    x = torch.randn(2, 12, 8, dtype=torch.float64, requires_grad=True)
    out = rope_3d(x, 2, 2, 3, (2, 2, 4))
    (gradient,) = torch.autograd.grad(out, [x], out.detach())
    torch.testing.assert_close(gradient, x.detach())
