"""The penalty against closed forms, and its gradient with respect to the critic against finite differences."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from reference_impls.generative.gradient_penalty.reference import gradient_penalty


def batch(*shape: int) -> tuple[Tensor, Tensor, Tensor]:
    generator = torch.Generator().manual_seed(3)
    real, fake = (torch.randn(*shape, generator=generator, dtype=torch.float64) for _ in range(2))
    return real, fake, torch.rand(shape[0], *[1] * (len(shape) - 1), generator=generator, dtype=torch.float64)


@pytest.mark.parametrize("shape", [(4, 3), (2, 3, 4, 5), (1, 7)])
def test_a_quadratic_critic_has_the_norm_of_its_point(shape: tuple[int, ...]) -> None:
    """f(x) = ‖x‖² / 2 has the gradient x."""
    real, fake, alpha = batch(*shape)
    points = (alpha * real + (1 - alpha) * fake).flatten(1)
    want = torch.stack([(row.norm() - 1) ** 2 for row in points]).mean()
    torch.testing.assert_close(
        gradient_penalty(lambda x: x.square().flatten(1).sum(dim=1) / 2, real, fake, alpha), want
    )


def test_a_linear_critic_of_length_one_has_none() -> None:
    real, fake, alpha = batch(5, 4)
    w = torch.nn.functional.normalize(torch.ones(4, dtype=torch.float64), dim=0)
    assert float(gradient_penalty(lambda x: x @ w, real, fake, alpha)) == pytest.approx(0, abs=1e-12)


def test_the_gradient_of_the_weights_is_the_slope() -> None:
    real, fake, alpha = batch(5, 3)
    W = torch.randn(3, 6, generator=torch.Generator().manual_seed(1), dtype=torch.float64).requires_grad_()

    def penalty(weight: Tensor) -> Tensor:
        return gradient_penalty(lambda x: (x @ weight).tanh().sum(dim=1, keepdim=True), real, fake, alpha)

    (slope,) = torch.autograd.grad(penalty(W), W)
    assert W.grad is None
    h, flat = 1e-5, W.detach().flatten()
    for i in (0, 7, 17):
        step = torch.zeros_like(flat)
        step[i] = h
        up, down = (penalty((flat + sign * step).reshape(3, 6)) for sign in (1, -1))
        torch.testing.assert_close(slope.flatten()[i], ((up - down) / (2 * h)).detach(), rtol=1e-6, atol=1e-7)
