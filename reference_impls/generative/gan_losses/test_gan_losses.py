"""The page agrees with torch's cross-entropy on logits, and has the value and the slopes of the paper."""

from __future__ import annotations

import math

import pytest
import torch
from torch.nn.functional import binary_cross_entropy_with_logits as bce

from reference_impls.generative.gan_losses.reference import gan_losses


@pytest.mark.parametrize("scale", [1.0, 30.0, 1e4])
def test_the_page_agrees_with_torch(scale: float) -> None:
    torch.manual_seed(0)
    real, fake = (scale * torch.randn(n, dtype=torch.float64) for n in (5, 8))
    d_loss, g_loss = gan_losses(real, fake)
    torch.testing.assert_close(d_loss, bce(real, torch.ones_like(real)) + bce(fake, torch.zeros_like(fake)))
    torch.testing.assert_close(g_loss, bce(fake, torch.ones_like(fake)))


def test_at_the_equilibrium_the_discriminator_pays_two_log_two() -> None:
    d_loss, g_loss = gan_losses(torch.zeros(3), torch.zeros(3))
    assert float(d_loss) == pytest.approx(2 * math.log(2))
    assert float(g_loss) == pytest.approx(math.log(2))


def test_the_generators_slope_is_d_minus_one() -> None:
    fake = torch.tensor([-4.0], dtype=torch.float64, requires_grad=True)
    (slope,) = torch.autograd.grad(gan_losses(torch.zeros(1), fake)[1], fake)
    torch.testing.assert_close(slope, fake.detach().sigmoid() - 1)
