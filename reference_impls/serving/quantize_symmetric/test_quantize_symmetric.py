"""The page's codes against torch's own quantised tensors, and what the formula promises of them."""

from __future__ import annotations

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor

from reference_impls.serving.quantize_symmetric.reference import dequantize, quantize_int8_symmetric

NUMBERS = st.floats(-1e6, 1e6, width=32).filter(lambda value: value == 0 or abs(value) > 1e-20)
TENSORS = st.lists(NUMBERS, min_size=1, max_size=30).map(lambda values: torch.tensor(values, dtype=torch.float64))


def normal(*shape: int) -> Tensor:
    return torch.randn(*shape, generator=torch.Generator().manual_seed(6))


@pytest.mark.parametrize("shape", [(3,), (4, 6), (2, 3, 4, 5), (1, 1)])
@pytest.mark.parametrize("size", [1e-4, 1.0, 3e3])
@pytest.mark.filterwarnings("ignore:.*quantiz.*")
def test_codes_and_values_are_those_of_torch(shape: tuple[int, ...], size: float) -> None:
    x = size * normal(*shape)
    q, scale = quantize_int8_symmetric(x)
    theirs = torch.quantize_per_tensor(x, float(x.abs().max()) / 127, 0, torch.qint8)
    assert float(scale) == pytest.approx(float(x.abs().max()) / 127, rel=1e-6)
    assert torch.equal(q, theirs.int_repr())
    torch.testing.assert_close(dequantize(q, scale), theirs.dequantize())


@given(x=TENSORS)
def test_codes_are_int8_in_the_symmetric_range_and_the_error_is_at_most_half_a_step(x: Tensor) -> None:
    q, scale = quantize_int8_symmetric(x)
    assert q.dtype is torch.int8
    assert q.shape == x.shape
    assert int(q.min()) >= -127
    assert 0 < float(scale) < float("inf")
    assert float((dequantize(q, scale) - x).abs().max()) <= 0.5 * float(scale) * (1 + 1e-9)


@given(x=TENSORS.filter(lambda x: bool(x.any())))
def test_the_largest_magnitude_has_code_127_and_comes_back(x: Tensor) -> None:
    q, scale = quantize_int8_symmetric(x)
    at = int(x.abs().argmax())
    assert abs(int(q[at])) == 127
    assert float(dequantize(q, scale)[at]) == pytest.approx(float(x[at]))


@given(x=TENSORS)
def test_the_sign_flips_with_the_input(x: Tensor) -> None:
    (q, scale), (flipped, same) = quantize_int8_symmetric(x), quantize_int8_symmetric(-x)
    assert torch.equal(flipped, -q)
    assert float(scale) == float(same)


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64, torch.float16])
def test_zeros_come_back_as_zeros(dtype: torch.dtype) -> None:
    q, scale = quantize_int8_symmetric(torch.zeros(2, 3, dtype=dtype))
    assert float(scale) > 0
    assert torch.equal(dequantize(q, scale), torch.zeros(2, 3, dtype=dequantize(q, scale).dtype))
