"""The rounding against torch's own float8, and against all codes of the format."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from reference_impls.training.fp8_quantize.reference import fp8_e4m3


def by_torch(x: Tensor) -> Tensor:
    """torch does not saturate."""
    return x.clamp(-448, 448).to(torch.float8_e4m3fn).to(x.dtype)


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64, torch.float16, torch.bfloat16])
@pytest.mark.parametrize("scale", [1e-3, 0.02, 1.0, 300.0])
def test_random_values_agree_with_torch(dtype: torch.dtype, scale: float) -> None:
    torch.manual_seed(0)
    x = (scale * torch.randn(2000)).to(dtype)
    got = fp8_e4m3(x)
    assert got.dtype == dtype
    assert torch.equal(got, by_torch(x))


def test_all_codes_stay_and_ties_between_them_go_to_the_even_one() -> None:
    codes = torch.arange(127, dtype=torch.uint8)  # 127 is NaN
    values = codes.view(torch.float8_e4m3fn).double()
    assert torch.equal(fp8_e4m3(values), values)
    between = (values[1:] + values[:-1]) / 2
    even = torch.where(codes[1:] % 2 == 0, values[1:], values[:-1])
    assert torch.equal(fp8_e4m3(between), even)
    assert torch.equal(fp8_e4m3(-between), -even)
    assert torch.equal(by_torch(between), even)


def test_what_the_format_lacks() -> None:
    x = torch.tensor([float("inf"), float("-inf"), 464.0, -1e6, float("nan")])
    torch.testing.assert_close(fp8_e4m3(x), torch.tensor([448.0, -448.0, 448.0, -448.0, float("nan")]), equal_nan=True)
