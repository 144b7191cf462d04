"""The page's training step, with its draws repeated from the same seed, and the minimiser of its loss."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor
from torch.nn import functional as F

from reference_impls.diffusion.rf_loss.reference import rf_loss


@pytest.mark.parametrize("shape", [(4, 2), (3, 2, 7), (2, 3, 8, 6), (4, 4, 5, 3, 2), (4, 1, 5, 8, 8)])
def test_it_is_the_mse_against_the_velocity_of_the_straight_line(shape: tuple[int, ...]) -> None:
    """The line is interpolated sample by sample, its velocity taken as a difference quotient."""
    x1 = torch.randn(shape, generator=torch.Generator().manual_seed(1), dtype=torch.float64)
    seen: list[tuple[Tensor, Tensor]] = []

    def model(x_t: Tensor, t: Tensor) -> Tensor:
        seen.append((x_t, t))
        return torch.tanh(x_t)

    torch.manual_seed(7)
    loss = rf_loss(model, x1)
    torch.manual_seed(7)
    x0, t = torch.randn_like(x1), torch.rand(shape[0], dtype=torch.float64)

    def line(step: float) -> Tensor:
        return torch.stack([torch.lerp(a, b, float(s) + step) for a, b, s in zip(x0, x1, t, strict=True)])

    torch.testing.assert_close(seen[0][0], line(0))
    assert torch.equal(seen[0][1], t)
    torch.testing.assert_close(loss, F.mse_loss(torch.tanh(line(0)), (line(0.5) - line(0)) / 0.5))


def test_a_model_that_knows_the_data_has_no_loss() -> None:
    """x1 - x0 = (x1 - x_t) / (1 - t)."""
    x1 = torch.randn(6, 3, 4, dtype=torch.float64)
    loss = rf_loss(lambda x, t: (x1 - x) / (1 - t)[:, None, None], x1)
    assert float(loss) < 1e-15


def test_the_velocity_of_gaussian_data_minimises_it() -> None:
    """For data N(m, s²) the conditional mean of x1 - x0 is linear in x_t; scaling it either way costs more."""

    def velocity(factor: float):  # type: ignore[no-untyped-def]
        def model(x: Tensor, t: Tensor) -> Tensor:
            t = t[:, None]
            variance = (1 - t) ** 2 + t**2 * s**2
            return factor * (m + (t * s**2 - (1 - t)) / variance * (x - t * m))

        return model

    m, s = 2.0, 0.5
    x1 = m + s * torch.randn(20000, 1, generator=torch.Generator().manual_seed(3), dtype=torch.float64)
    losses = {}
    for factor in (0.9, 1.0, 1.1):
        torch.manual_seed(5)
        losses[factor] = float(rf_loss(velocity(factor), x1))
    assert losses[1.0] < min(losses[0.9], losses[1.1])
