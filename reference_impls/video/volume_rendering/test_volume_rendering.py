"""The weights against the integral that they discretize, splits of an interval, and the limits of empty and opaque rays."""

from __future__ import annotations

import math

import pytest
import torch
from torch import Tensor

from reference_impls.video.volume_rendering.reference import volume_render


def rays(R: int, S: int) -> tuple[Tensor, Tensor, Tensor]:
    generator = torch.Generator().manual_seed(2)
    sigma, rgb = (torch.rand(*shape, generator=generator, dtype=torch.float64) for shape in ((R, S), (R, S, 3)))
    t = (torch.rand(R, S + 1, generator=generator, dtype=torch.float64) + 0.1).cumsum(dim=1)
    return 3 * sigma, rgb, t


@pytest.mark.parametrize(("R", "S"), [(1, 1), (3, 4), (2, 9)])
def test_the_weights_are_the_integral_over_each_interval(R: int, S: int) -> None:
    """w_i = ∫ T(s) σ(s) ds, by the midpoint rule on a fine grid, in plain Python."""
    sigma, rgb, t = rays(R, S)
    color, depth, weights = volume_render(sigma, rgb, t)
    n = 2000
    for r in range(R):
        optical = 0.0
        want = []
        for i in range(S):
            s, ds = float(sigma[r, i]), float(t[r, i + 1] - t[r, i]) / n
            want.append(sum(math.exp(-optical - s * (k + 0.5) * ds) * s * ds for k in range(n)))
            optical += s * ds * n
        assert weights[r].tolist() == pytest.approx(want, rel=1e-5)
        assert float(weights[r].sum()) == pytest.approx(1 - math.exp(-optical))
        torch.testing.assert_close(color[r], weights[r] @ rgb[r])
        torch.testing.assert_close(depth[r], weights[r] @ (t[r, 1:] + t[r, :-1]) / 2)


def test_an_interval_may_be_cut_in_two() -> None:
    sigma, rgb, t = rays(2, 3)
    halves = torch.stack([t[:, :-1], (t[:, :-1] + t[:, 1:]) / 2], dim=2).flatten(1)
    finer = torch.cat([halves, t[:, -1:]], dim=1)
    color, _, weights = volume_render(sigma, rgb, t)
    fine_color, _, fine = volume_render(sigma.repeat_interleave(2, 1), rgb.repeat_interleave(2, 1), finer)
    torch.testing.assert_close(fine_color, color)
    torch.testing.assert_close(fine.unflatten(1, (3, 2)).sum(dim=2), weights)


def test_empty_rays_are_black_and_a_wall_hides_what_is_behind() -> None:
    sigma, rgb, t = rays(2, 4)
    for result in volume_render(torch.zeros_like(sigma), rgb, t):
        assert not bool(result.any())
    sigma[:, 1] = 1e6
    sigma[:, 0] = 0
    color, depth, weights = volume_render(sigma, rgb, t)
    torch.testing.assert_close(color, rgb[:, 1])
    torch.testing.assert_close(depth, (t[:, 1] + t[:, 2]) / 2)
    assert weights[0].tolist() == [0, 1, 0, 0]
