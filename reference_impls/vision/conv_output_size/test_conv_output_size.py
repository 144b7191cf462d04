"""The page agrees with the shapes that torch's convolution gives."""

from __future__ import annotations

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch.nn import functional

from reference_impls.vision.conv_output_size.reference import conv_output_size


@given(*(st.integers(1, most) for most in (30, 6, 5)), st.integers(0, 4), st.integers(1, 4))
def test_the_page_agrees_with_torch(w: int, f: int, s: int, p: int, d: int) -> None:
    if d * (f - 1) + 1 > w + 2 * p:
        return
    out = functional.conv1d(torch.zeros(1, 1, w), torch.zeros(1, 1, f), stride=s, padding=p, dilation=d)
    assert conv_output_size(w, f, s, p, d) == out.shape[-1]


@pytest.mark.parametrize("f", [1, 3, 5, 7])
@pytest.mark.parametrize("d", [1, 2, 3])
def test_half_of_the_span_as_padding_keeps_the_width(f: int, d: int) -> None:
    assert conv_output_size(40, f, p=d * (f - 1) // 2, d=d) == 40
