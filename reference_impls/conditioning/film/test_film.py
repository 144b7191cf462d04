"""FiLM agrees with a 1x1 convolution grouped by channel whose weights are the sample's own, and reaches all inputs."""

from __future__ import annotations

import torch
from torch.nn import functional

from reference_impls.conditioning.film.reference import film


def test_it_is_a_grouped_convolution_with_each_samples_own_weights() -> None:
    x, gamma, beta = torch.randn(2, 3, 4, 5).double(), torch.randn(2, 3).double(), torch.randn(2, 3).double()
    weight = gamma.reshape(6, 1, 1, 1)
    want = functional.conv2d(x.reshape(1, 6, 4, 5), weight, beta.reshape(6), groups=6).reshape(x.shape)
    torch.testing.assert_close(film(x, gamma, beta), want)


def test_scale_one_and_shift_zero_change_nothing() -> None:
    x = torch.randn(2, 3, 4, 5)
    assert torch.equal(film(x, torch.ones(2, 3), torch.zeros(2, 3)), x)


def test_gradients_of_the_condition_are_sums_over_the_positions() -> None:
    x = torch.randn(2, 3, 4, 5).double()
    gamma, beta = torch.randn(2, 2, 3).double().requires_grad_().unbind()
    cotangent = torch.randn_like(x)
    at_gamma, at_beta = torch.autograd.grad(film(x, gamma, beta), [gamma, beta], cotangent)
    torch.testing.assert_close(at_gamma, (cotangent * x).sum((2, 3)))
    torch.testing.assert_close(at_beta, cotangent.sum((2, 3)))
