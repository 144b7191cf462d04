"""The exact average velocity of a known flow is a fixed point of the target, and the derivative is that of the path."""

from __future__ import annotations

import torch
from torch import Tensor

from reference_impls.diffusion.mean_flow_target.reference import mean_flow_target


def column(t: Tensor) -> Tensor:
    return t[:, None]


def average_velocity(x: Tensor, r: Tensor, t: Tensor) -> Tensor:
    """Of dx/dt = -x: x_r = x_t e^{t-r}, so u = (x_t - x_r) / (t - r)."""
    gap = column(t - r)
    return -x * torch.expm1(gap) / gap


def test_the_average_velocity_of_a_linear_flow_is_its_own_target() -> None:
    x, r, t = torch.randn(4, 3).double(), torch.rand(4).double() * 0.4, 0.6 + torch.rand(4).double() * 0.4
    torch.testing.assert_close(mean_flow_target(average_velocity, x, r, t, -x), average_velocity(x, r, t))


def test_at_equal_times_it_is_the_velocity() -> None:
    x, v, t = torch.randn(3, 2, 2).double(), torch.randn(3, 2, 2).double(), torch.rand(3).double()
    got = mean_flow_target(lambda x, r, t: x.sin() * t.view(-1, 1, 1), x, t, t, v)
    torch.testing.assert_close(got, v)


def test_the_derivative_is_that_along_the_path() -> None:
    def u(x: Tensor, r: Tensor, t: Tensor) -> Tensor:
        return (x * x.roll(1, 1) * column(t)).sin() + column(r) * x

    x, v = torch.randn(2, 2, 3).double()
    r, t, h = torch.tensor([0.1, 0.2]).double(), torch.tensor([0.5, 0.9]).double(), 1e-5
    slope = (u(x + h * v, r, t + h) - u(x - h * v, r, t - h)) / (2 * h)
    torch.testing.assert_close(mean_flow_target(u, x, r, t, v), v - column(t - r) * slope, rtol=1e-7, atol=1e-8)


def test_parameters_get_no_gradient_and_the_target_no_graph() -> None:
    model = torch.nn.Linear(3, 3).double()
    x = torch.randn(2, 3).double().requires_grad_()
    got = mean_flow_target(
        lambda x, r, t: model(x).tanh() * column(t), x, torch.zeros(2).double(), torch.ones(2).double(), x
    )
    assert not got.requires_grad
    assert model.weight.grad is None
