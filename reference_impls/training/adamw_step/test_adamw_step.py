"""Steps of the AdamW page against torch.optim.AdamW, parameter and state, and against Adam where they must differ."""

from __future__ import annotations

from typing import Any

import pytest
import torch

from reference_impls.training.adamw_step.reference import adamw_step

OPTIONS: list[dict[str, Any]] = [
    {},
    {"lr": 0.1, "weight_decay": 0.0},
    {"lr": 0.1, "betas": (0.7, 0.9), "eps": 0.05, "weight_decay": 0.4},
    {"lr": 0.02, "betas": (0.0, 0.5), "eps": 1e-3},
]


@pytest.mark.parametrize("options", OPTIONS, ids=str)
@pytest.mark.parametrize("shape", [(), (5,), (3, 4), (2, 3, 2)])
@pytest.mark.parametrize("scale", [1.0, 1e-8])
def test_steps_agree_with_torch(options: dict[str, Any], shape: tuple[int, ...], scale: float) -> None:
    torch.manual_seed(len(shape))
    param, state = torch.randn(shape, dtype=torch.float64), dict[str, Any]()
    theirs = torch.nn.Parameter(param.clone())
    optimizer = torch.optim.AdamW([theirs], **options)
    for number in range(1, 6):
        grad = scale * torch.randn(shape, dtype=torch.float64)
        theirs.grad = grad.clone()
        optimizer.step()
        param = adamw_step(param, grad, state, **options)
        torch.testing.assert_close(param, theirs.detach(), rtol=1e-10, atol=1e-14)
        assert state["step"] == number
        torch.testing.assert_close(state["m"], optimizer.state[theirs]["exp_avg"])
        torch.testing.assert_close(state["v"], optimizer.state[theirs]["exp_avg_sq"])


def test_the_first_step_has_the_size_of_the_learning_rate() -> None:
    """m_hat / sqrt(v_hat) is the sign of the gradient."""
    grad = torch.tensor([3.0, -0.02, 500.0])
    moved = adamw_step(torch.zeros(3), grad, {}, lr=0.25)
    torch.testing.assert_close(moved, -0.25 * grad.sign())


def test_without_a_gradient_the_parameter_shrinks_by_lr_times_decay() -> None:
    param = torch.randn(4)
    torch.testing.assert_close(adamw_step(param, torch.zeros(4), {}, lr=0.5, weight_decay=0.2), 0.9 * param)


def test_arguments_stay_and_nothing_is_recorded() -> None:
    param, grad = torch.randn(3, requires_grad=True), torch.randn(3)
    before = param.detach().clone(), grad.clone()
    assert not adamw_step(param, grad, {}).requires_grad
    assert torch.equal(param, before[0])
    assert torch.equal(grad, before[1])
