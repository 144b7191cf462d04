"""The hand-written backward pass agrees with autograd through torch's own attention and through our pages."""

from __future__ import annotations

import pytest
import torch
from torch.nn import functional

from reference_impls.transformers.attention_backward.reference import attention_backward
from reference_impls.transformers.causal_attention.reference import causal_attention


@pytest.mark.parametrize(("T", "S", "causal"), [(3, 5, False), (5, 3, False), (4, 4, True), (1, 1, True)])
def test_it_agrees_with_autograd_of_torchs_attention(T: int, S: int, causal: bool) -> None:
    q, k, v = (torch.randn(2, 3, n, w).double().requires_grad_() for n, w in ((T, 4), (S, 4), (S, 6)))
    out = functional.scaled_dot_product_attention(q, k, v, is_causal=causal)
    dout = torch.randn_like(out)
    want = torch.autograd.grad(out, [q, k, v], dout)
    for got, expected in zip(attention_backward(dout, q.detach(), k.detach(), v.detach(), causal), want, strict=True):
        torch.testing.assert_close(got, expected)


def test_with_a_cache_it_agrees_with_autograd_of_the_causal_page() -> None:
    q, k, v = (torch.randn(2, 3, n, 4).double().requires_grad_() for n in (2, 5, 5))
    out = causal_attention(q, k, v)
    dout = torch.randn_like(out)
    want = torch.autograd.grad(out, [q, k, v], dout)
    got = attention_backward(dout, q.detach(), k.detach(), v.detach(), causal=True)
    for one, other in zip(got, want, strict=True):
        torch.testing.assert_close(one, other)


def test_rows_of_ds_sum_to_zero() -> None:
    """A shift of all scores of a row changes nothing: with equal keys the queries get no gradient."""
    dout, q, v = torch.randn(1, 1, 3, 2).double(), torch.randn(1, 1, 3, 4).double(), torch.randn(1, 1, 5, 2).double()
    dq, _, _ = attention_backward(dout, q, torch.ones(1, 1, 5, 4).double(), v)
    torch.testing.assert_close(dq, torch.zeros_like(dq), rtol=0, atol=1e-12)
