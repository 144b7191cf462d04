"""The integer layer beside the product of dequantized matrices, and how near it is to the layer in floating point."""

from __future__ import annotations

import pytest
import torch
import torch.nn.functional as F

from reference_impls.serving.per_channel_linear.reference import int8_linear
from reference_impls.serving.quantize_symmetric.reference import dequantize, quantize_int8_symmetric


@pytest.mark.parametrize("lead", [(), (4,), (2, 3)])
def test_it_is_the_product_of_what_the_codes_stand_for(lead: tuple[int, ...]) -> None:
    """Each row quantized by the page for a whole tensor."""
    torch.manual_seed(len(lead))
    x, weight, bias = torch.randn(*lead, 6).double(), torch.randn(5, 6).double(), torch.randn(5).double()
    weight[1] = 0
    tokens = torch.stack([dequantize(*quantize_int8_symmetric(row)) for row in x.reshape(-1, 6)])
    channels = torch.stack([dequantize(*quantize_int8_symmetric(row)) for row in weight])
    want = (tokens @ channels.T + bias).reshape(*lead, 5)
    torch.testing.assert_close(int8_linear(x, weight, bias), want)


def test_the_error_is_about_one_percent_also_with_channels_of_unlike_size() -> None:
    torch.manual_seed(1)
    x = torch.randn(20, 64) * torch.logspace(-3, 3, 20)[:, None]
    weight = torch.randn(30, 64) * torch.logspace(-2, 2, 30)[:, None]
    exact = F.linear(x, weight)
    off = (int8_linear(x, weight) - exact).norm(dim=0) / exact.norm(dim=0)
    assert float(off.median()) < 0.02


def test_zero_rows_give_the_bias() -> None:
    bias = torch.randn(3)
    torch.testing.assert_close(int8_linear(torch.zeros(2, 4), torch.randn(3, 4), bias), bias.expand(2, 3))
    torch.testing.assert_close(int8_linear(torch.randn(2, 4), torch.zeros(3, 4), bias), bias.expand(2, 3))
