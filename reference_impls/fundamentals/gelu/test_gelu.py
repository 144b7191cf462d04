"""The gelu page agrees with torch.nn.functional.gelu and with SciPy's normal distribution, gradients included."""

from __future__ import annotations

import math

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import ndtr
from torch.nn import functional

from reference_impls.fundamentals.gelu.reference import gelu


@pytest.mark.parametrize("shape", [(), (1,), (7,), (2, 5), (2, 3, 4, 5)])
@pytest.mark.parametrize("scale", [0.01, 1.0, 10.0])
def test_values_and_gradients_agree_with_torch(shape: tuple[int, ...], scale: float) -> None:
    torch.manual_seed(len(shape))
    own = (scale * torch.randn(shape, dtype=torch.float64)).requires_grad_()
    theirs = own.detach().clone().requires_grad_()
    out, want = gelu(own), functional.gelu(theirs)
    torch.testing.assert_close(out, want)
    cotangent = torch.randn_like(out)
    (got,), (expected,) = torch.autograd.grad(out, own, cotangent), torch.autograd.grad(want, theirs, cotangent)
    torch.testing.assert_close(got, expected)


@given(st.floats(-50, 50))
def test_it_is_x_times_the_normal_distribution_function(x: float) -> None:
    assert float(gelu(torch.tensor(x, dtype=torch.float64))) == pytest.approx(x * ndtr(x), rel=1e-9, abs=1e-12)


@given(st.floats(-50, 50))
def test_the_odd_part_is_half_of_x(x: float) -> None:
    value = torch.tensor(x, dtype=torch.float64)
    assert float(gelu(value) - gelu(-value)) == pytest.approx(x, abs=1e-12)


def test_the_minimum_is_near_minus_three_quarters() -> None:
    x = torch.linspace(-3, 0, 30001, dtype=torch.float64)
    y = gelu(x)
    assert float(x[y.argmin()]) == pytest.approx(-0.7518, abs=1e-3)
    assert float(y.min()) == pytest.approx(-0.16997, abs=1e-5)


def test_large_inputs_stay_and_very_negative_ones_vanish() -> None:
    x = torch.tensor([1e4, -1e4])
    assert gelu(x).tolist() == [1e4, 0.0]
    assert float(gelu(torch.tensor(1.0))) == pytest.approx((1 + math.erf(math.sqrt(0.5))) / 2)
