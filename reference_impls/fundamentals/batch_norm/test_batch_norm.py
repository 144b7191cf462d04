"""The batch-norm page agrees with torch.nn.functional.batch_norm, running statistics and gradients included."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor
from torch.nn import functional

from reference_impls.fundamentals.batch_norm.reference import batch_norm


def inputs(shape: tuple[int, int, int, int], scale: float = 2.0) -> list[Tensor]:
    """x, gamma, beta, running_mean, running_var in float64."""
    torch.manual_seed(sum(shape))
    C = shape[1]
    x = 1 + scale * torch.randn(shape, dtype=torch.float64)
    gamma, beta, mean = torch.randn(3, C, dtype=torch.float64)
    return [x, gamma, beta, mean, torch.rand(C, dtype=torch.float64) + 0.5]


@pytest.mark.parametrize("shape", [(1, 1, 1, 2), (2, 3, 4, 5), (1, 4, 3, 2), (5, 3, 1, 1), (3, 3, 3, 3)])
@pytest.mark.parametrize("training", [True, False])
@pytest.mark.parametrize(("momentum", "eps"), [(0.1, 1e-5), (0.0, 0.3), (1.0, 1e-3), (0.4, 1e-5)])
@pytest.mark.parametrize("scale", [2.0, 1e-3])
def test_values_and_gradients_agree_with_torch(
    shape: tuple[int, int, int, int], training: bool, momentum: float, eps: float, scale: float
) -> None:
    values = inputs(shape, scale)
    own = [tensor.clone().requires_grad_() for tensor in values[:3]]
    theirs = [tensor.clone().requires_grad_() for tensor in values[:3]]
    mean, var = values[3].clone(), values[4].clone()
    want = functional.batch_norm(theirs[0], mean, var, theirs[1], theirs[2], training, momentum, eps)
    out, new_mean, new_var = batch_norm(own[0], own[1], own[2], values[3], values[4], training, momentum, eps)
    torch.testing.assert_close(out, want)
    torch.testing.assert_close(new_mean, mean)
    torch.testing.assert_close(new_var, var)
    cotangent = torch.randn_like(out)
    gradients = torch.autograd.grad(out, own, cotangent)
    for got, expected in zip(gradients, torch.autograd.grad(want, theirs, cotangent), strict=True):
        torch.testing.assert_close(got, expected)


def test_the_defaults_are_those_of_torch() -> None:
    x, gamma, beta, mean, var = inputs((2, 3, 4, 5))
    layer = torch.nn.BatchNorm2d(3, dtype=torch.float64)
    layer.load_state_dict(
        {
            "weight": gamma,
            "bias": beta,
            "running_mean": mean,
            "running_var": var,
            "num_batches_tracked": torch.tensor(0),
        }
    )
    out, new_mean, new_var = batch_norm(x, gamma, beta, mean, var)
    torch.testing.assert_close(out, layer(x))
    torch.testing.assert_close(new_mean, layer.running_mean)
    torch.testing.assert_close(new_var, layer.running_var)


def test_the_running_tensors_are_left_alone() -> None:
    x, gamma, beta, mean, var = inputs((2, 3, 4, 5))
    before = mean.clone(), var.clone()
    batch_norm(x, gamma, beta, mean, var)
    torch.testing.assert_close((mean, var), before, rtol=0, atol=0)


def test_in_evaluation_a_sample_does_not_depend_on_the_others() -> None:
    x, gamma, beta, mean, var = inputs((4, 3, 2, 2))
    together = batch_norm(x, gamma, beta, mean, var, training=False)[0]
    torch.testing.assert_close(batch_norm(x[:1], gamma, beta, mean, var, training=False)[0], together[:1])
