"""The page's sampler against closed forms of Euler's method, and against flows whose end is known."""

from __future__ import annotations

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor

from reference_impls.sampling.flow_sample.reference import flow_sample


@given(steps=st.integers(1, 30), rate=st.floats(-2, 2))
def test_on_a_linear_field_it_compounds(steps: int, rate: float) -> None:
    x0 = torch.tensor([[1.0, -2.0], [0.5, 3.0]], dtype=torch.float64)
    got = flow_sample(lambda x, t: rate * x, x0, steps)
    torch.testing.assert_close(got, x0 * (1 + rate / steps) ** steps)


@given(steps=st.integers(1, 30))
def test_on_a_field_of_time_it_is_the_left_sum(steps: int) -> None:
    x0 = torch.zeros(3, 2, dtype=torch.float64)
    got = flow_sample(lambda x, t: (t**2)[:, None].expand_as(x), x0, steps)
    left = sum((i / steps) ** 2 for i in range(steps)) / steps
    torch.testing.assert_close(got, torch.full_like(x0, left))


@pytest.mark.parametrize("steps", [1, 3, 10])
def test_straight_paths_end_at_the_data_in_any_number_of_steps(steps: int) -> None:
    noise = torch.randn(4, 3, 5, dtype=torch.float64)
    data = torch.randn(4, 3, 5, dtype=torch.float64)

    def towards_the_data(x: Tensor, t: Tensor) -> Tensor:
        return (data - x) / (1 - t).view(-1, 1, 1)

    torch.testing.assert_close(flow_sample(towards_the_data, noise, steps), data)


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64, torch.bfloat16])
def test_the_model_sees_one_time_for_each_sample(dtype: torch.dtype) -> None:
    seen = []

    def model(x: Tensor, t: Tensor) -> Tensor:
        seen.append(t)
        return torch.ones_like(x)

    x0 = torch.zeros(3, 2, dtype=dtype)
    assert flow_sample(model, x0, 4).dtype == dtype
    assert not x0.any()
    assert [(t.dtype, t.tolist()) for t in seen] == [(dtype, [i / 4] * 3) for i in range(4)]


def test_half_the_step_leaves_half_the_error() -> None:
    x0 = torch.tensor([[0.3], [-0.7]], dtype=torch.float64)
    wanted = x0 * torch.tensor(0.5, dtype=torch.float64).exp()
    gaps = [float((flow_sample(lambda x, t: x * t[:, None], x0, n) - wanted).norm()) for n in (100, 200)]
    assert gaps[0] / gaps[1] == pytest.approx(2, rel=0.05)
