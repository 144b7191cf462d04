"""The page agrees with torch's own fake quantization, and 0 is exact."""

from __future__ import annotations

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from reference_impls.serving.quantize_asymmetric.reference import quantize_asymmetric


@pytest.mark.parametrize("bits", [2, 4, 8])
@pytest.mark.parametrize("mean", [-5.0, 0.0, 5.0])
def test_it_agrees_with_torch(bits: int, mean: float) -> None:
    torch.manual_seed(bits)
    x = mean + torch.randn(50)
    q, scale, zero_point = quantize_asymmetric(x, bits)
    want = torch.fake_quantize_per_tensor_affine(x, scale, zero_point, 0, 2**bits - 1)
    torch.testing.assert_close((scale * (q.double() - zero_point)).float(), want)


@given(st.lists(st.floats(-100, 100, width=32), min_size=1, max_size=20), st.integers(1, 8))
def test_every_value_comes_back_within_one_step(values: list[float], bits: int) -> None:
    x = torch.tensor(values, dtype=torch.float64)
    q, scale, zero_point = quantize_asymmetric(x, bits)
    assert q.dtype == torch.uint8
    assert 0 <= zero_point < 2**bits
    error = (scale * (q.double() - zero_point) - x).abs()
    assert float(error.max()) <= scale * (1 + 1e-9)
