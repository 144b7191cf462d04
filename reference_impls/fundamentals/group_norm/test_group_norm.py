"""The group-norm page agrees with torch.nn.functional.group_norm, gradients included."""

from __future__ import annotations

import pytest
import torch
from torch.nn import functional

from reference_impls.fundamentals.group_norm.reference import group_norm
from reference_impls.fundamentals.layer_norm.reference import layer_norm


@pytest.mark.parametrize(
    ("shape", "groups"), [((2, 6, 4, 5), 3), ((1, 4, 1, 2), 2), ((3, 4, 4, 4), 4), ((4, 6, 1, 1), 1)]
)
@pytest.mark.parametrize("eps", [1e-5, 0.3])
@pytest.mark.parametrize(("mean", "scale"), [(5.0, 2.0), (0.0, 1e-3)])
def test_values_and_gradients_agree_with_torch(
    shape: tuple[int, ...], groups: int, eps: float, mean: float, scale: float
) -> None:
    torch.manual_seed(groups)
    inputs = [mean + scale * torch.randn(shape, dtype=torch.float64), *torch.randn(2, shape[1], dtype=torch.float64)]
    own = [tensor.clone().requires_grad_() for tensor in inputs]
    theirs = [tensor.clone().requires_grad_() for tensor in inputs]
    out = group_norm(own[0], groups, own[1], own[2], eps)
    want = functional.group_norm(theirs[0], groups, theirs[1], theirs[2], eps)
    torch.testing.assert_close(out, want)
    cotangent = torch.randn_like(out)
    gradients = torch.autograd.grad(out, own, cotangent)
    for got, expected in zip(gradients, torch.autograd.grad(want, theirs, cotangent), strict=True):
        torch.testing.assert_close(got, expected)


def test_the_default_eps_is_that_of_torch() -> None:
    x, gamma, beta = 1e-3 * torch.randn(3, 4, 2, 2), torch.randn(4), torch.randn(4)
    torch.testing.assert_close(group_norm(x, 2, gamma, beta), functional.group_norm(x, 2, gamma, beta))


def test_one_group_is_the_layer_norm_of_the_whole_sample() -> None:
    x, one, zero = torch.randn(2, 4, 3, 5), torch.ones(4), torch.zeros(4)
    whole = layer_norm(x.reshape(2, -1), torch.ones(60), torch.zeros(60)).reshape(x.shape)
    torch.testing.assert_close(group_norm(x, 1, one, zero), whole)


def test_a_sample_does_not_depend_on_the_others() -> None:
    x, gamma, beta = torch.randn(3, 6, 2, 2), torch.randn(6), torch.randn(6)
    alone = torch.cat([group_norm(each, 3, gamma, beta) for each in x.split(1)])
    torch.testing.assert_close(group_norm(x, 3, gamma, beta), alone)
