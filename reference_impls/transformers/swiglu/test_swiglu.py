"""The SwiGLU page agrees with the layer built from torch's modules, and with a sum over hidden channels."""

from __future__ import annotations

import math

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from reference_impls.transformers.swiglu.reference import swiglu


@pytest.mark.parametrize(
    ("shape", "d", "h", "e"), [((1,), 1, 1, 1), ((2, 3), 5, 7, 4), ((2, 1, 3), 4, 4, 4), ((), 3, 2, 5)]
)
def test_agrees_with_torch_modules(shape: tuple[int, ...], d: int, h: int, e: int) -> None:
    torch.manual_seed(d + h + e)
    gate, up, down = (torch.nn.Linear(a, b, bias=False).double() for a, b in ((d, h), (d, h), (h, e)))
    x = torch.randn(*shape, d, dtype=torch.float64, requires_grad=True)
    want = down(torch.nn.SiLU()(gate(x)) * up(x))
    got = swiglu(x, gate.weight.T, up.weight.T, down.weight.T)
    torch.testing.assert_close(got, want)
    cotangent = torch.randn_like(want)
    inputs = [x, gate.weight, up.weight, down.weight]
    pairs = zip(torch.autograd.grad(got, inputs, cotangent), torch.autograd.grad(want, inputs, cotangent), strict=True)
    for one, other in pairs:
        torch.testing.assert_close(one, other)


@given(st.floats(-30, 30), st.floats(-5, 5), st.floats(-5, 5))
def test_one_channel_is_a_product_of_numbers(gate: float, up: float, down: float) -> None:
    x, w_gate, w_up, w_down = (torch.tensor([[v]], dtype=torch.float64) for v in (1.0, gate, up, down))
    want = gate / (1 + math.exp(-gate)) * up * down
    assert float(swiglu(x, w_gate, w_up, w_down)) == pytest.approx(want, rel=1e-9, abs=1e-12)


def test_hidden_channels_add_up() -> None:
    torch.manual_seed(3)
    x, w_gate, w_up, w_down = (torch.randn(*shape, dtype=torch.float64) for shape in ((2, 3), (3, 5), (3, 5), (5, 4)))
    parts = [swiglu(x, w_gate[:, j : j + 1], w_up[:, j : j + 1], w_down[j : j + 1]) for j in range(5)]
    torch.testing.assert_close(torch.stack(parts).sum(0), swiglu(x, w_gate, w_up, w_down))
