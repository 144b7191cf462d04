"""Steps of the page against torch.optim.SGD, parameter and buffer, and the growth under a constant gradient."""

from __future__ import annotations

from typing import Any

import pytest
import torch

from reference_impls.training.sgd_momentum_step.reference import sgd_step

OPTIONS: list[dict[str, Any]] = [
    {},
    {"lr": 0.02, "momentum": 0.5, "weight_decay": 0.3},
    {"nesterov": True},
    {"lr": 0.3, "momentum": 0.7, "weight_decay": 0.1, "nesterov": True},
]


@pytest.mark.parametrize("options", OPTIONS, ids=str)
@pytest.mark.parametrize("shape", [(), (5,), (3, 4)])
def test_steps_agree_with_torch(options: dict[str, Any], shape: tuple[int, ...]) -> None:
    torch.manual_seed(len(shape))
    param, state = torch.randn(shape, dtype=torch.float64), dict[str, Any]()
    theirs = torch.nn.Parameter(param.clone())
    optimizer = torch.optim.SGD([theirs], **{"lr": 0.1, "momentum": 0.9, **options})
    for _ in range(5):
        grad = torch.randn(shape, dtype=torch.float64)
        theirs.grad = grad.clone()
        optimizer.step()
        param = sgd_step(param, grad, state, **options)
        torch.testing.assert_close(param, theirs.detach(), rtol=1e-10, atol=1e-14)
        torch.testing.assert_close(state["buf"], optimizer.state[theirs]["momentum_buffer"])


@pytest.mark.parametrize("nesterov", [False, True])
def test_a_constant_gradient_is_amplified_by_1_over_1_minus_momentum(nesterov: bool) -> None:
    param, state, grad = torch.zeros(3), dict[str, Any](), torch.tensor([1.0, -2.0, 0.5])
    for _ in range(200):
        before, param = param, sgd_step(param, grad, state, 0.01, 0.8, nesterov=nesterov)
    torch.testing.assert_close(before - param, 0.01 * grad / (1 - 0.8), rtol=1e-3, atol=0)


def test_nesterov_is_the_gradient_at_the_point_ahead() -> None:
    """Sutskever et al., eqs. 3 and 4, on a quadratic: the page's parameter is their point ahead, θ + μ v."""
    torch.manual_seed(0)
    curvature, theta, velocity = torch.rand(4), torch.randn(4), torch.zeros(4)
    param, state = theta.clone(), dict[str, Any]()
    for _ in range(6):
        velocity = 0.9 * velocity - 0.1 * curvature * (theta + 0.9 * velocity)
        theta = theta + velocity
        param = sgd_step(param, curvature * param, state, nesterov=True)
        torch.testing.assert_close(param, theta + 0.9 * velocity)


def test_arguments_stay_and_nothing_is_recorded() -> None:
    param, grad = torch.randn(3, requires_grad=True), torch.randn(3)
    before = param.detach().clone(), grad.clone()
    assert not sgd_step(param, grad, {}, weight_decay=0.1).requires_grad
    assert torch.equal(param, before[0])
    assert torch.equal(grad, before[1])
