"""Axial RoPE agrees with rope-1d along each axis, and scores depend on the offset between two cells alone."""

from __future__ import annotations

import pytest
import torch

from reference_impls.transformers.rope_1d.reference import rope_1d
from reference_impls.transformers.rope_2d.reference import rope_2d


@pytest.mark.parametrize(("height", "width"), [(2, 3), (1, 5), (4, 1)])
@pytest.mark.parametrize("theta", [10000.0, 30.0])
def test_each_half_is_rope_along_its_own_axis(height: int, width: int, theta: float) -> None:
    x = torch.randn(2, height * width, 12, dtype=torch.float64)
    grid = x.unflatten(1, (height, width))
    by_column = rope_1d(grid[..., :6], theta)
    by_row = rope_1d(grid[..., 6:].transpose(1, 2), theta).transpose(1, 2)
    torch.testing.assert_close(rope_2d(x, height, width, theta), torch.cat((by_column, by_row), dim=-1).flatten(1, 2))


def test_a_pair_is_a_complex_number_times_a_phase() -> None:
    height, width, d = 3, 4, 8
    x = torch.randn(1, 12, d, dtype=torch.float64)
    got = torch.view_as_complex(rope_2d(x, height, width).unflatten(-1, (-1, 2)))
    z = torch.view_as_complex(x.unflatten(-1, (-1, 2)))
    for r in range(height):
        for c in range(width):
            for pair in range(d // 2):
                position = c if pair < d // 4 else r
                angle = torch.tensor(position * 10000.0 ** (-2 * (pair % (d // 4)) / (d // 2)), dtype=torch.float64)
                want = z[0, r * width + c, pair] * torch.polar(torch.ones_like(angle), angle)
                torch.testing.assert_close(got[0, r * width + c, pair], want)


def test_lengths_are_kept_and_the_gradient_rotates_back() -> None:
    x = torch.randn(2, 6, 8, dtype=torch.float64, requires_grad=True)
    out = rope_2d(x, 2, 3)
    torch.testing.assert_close(out.norm(dim=-1), x.norm(dim=-1))
    (gradient,) = torch.autograd.grad(out, [x], out.detach())
    torch.testing.assert_close(gradient, x.detach())
