"""Linear attention agrees with its table of weights, and its causal form with attention over each prefix."""

from __future__ import annotations

import torch
from torch.nn import functional

from reference_impls.transformers.linear_attention.reference import linear_attention


def test_it_is_a_weighted_mean_with_kernel_weights() -> None:
    q, k, v = torch.randn(2, 3, 4, 5).double(), torch.randn(2, 3, 6, 5).double(), torch.randn(2, 3, 6, 2).double()
    weights = (functional.elu(q) + 1) @ (functional.elu(k) + 1).transpose(-2, -1)
    want = weights / weights.sum(-1, keepdim=True) @ v
    torch.testing.assert_close(linear_attention(q, k, v), want, rtol=1e-4, atol=1e-5)


def test_each_causal_output_is_that_of_its_prefix() -> None:
    q, k, v = torch.randn(2, 5, 4).double(), torch.randn(2, 5, 4).double(), torch.randn(2, 5, 3).double()
    got = linear_attention(q, k, v, causal=True)
    for i in range(5):
        want = linear_attention(q[:, i : i + 1], k[:, : i + 1], v[:, : i + 1])
        torch.testing.assert_close(got[:, i : i + 1], want)


def test_equal_values_come_out_unchanged() -> None:
    q, k = torch.randn(4, 3).double(), torch.randn(4, 3).double()
    v = torch.randn(1, 2).double().expand(4, 2)
    for causal in (False, True):
        torch.testing.assert_close(linear_attention(q, k, v, causal), v, rtol=1e-4, atol=1e-5)
