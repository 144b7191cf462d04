"""The attention page agrees with torch's fused attention in values and gradients, masked or not."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor
from torch.nn.functional import scaled_dot_product_attention

from reference_impls.transformers.attention.reference import attention


def visible(kind: str, B: int, H: int, T: int, S: int) -> Tensor | None:
    """A mask of this kind, every row with a key to attend to."""
    if kind == "none":
        return None
    shape = {"keys": (B, 1, 1, S), "heads": (B, H, T, S), "shared": (T, S)}[kind]
    mask = torch.rand(shape) > 0.4
    mask[..., 0] = True
    return mask


@pytest.mark.parametrize("kind", ["none", "keys", "heads", "shared"])
@pytest.mark.parametrize(("B", "H", "T", "S", "d", "dv"), [(1, 1, 1, 1, 4, 4), (2, 3, 5, 7, 8, 5), (3, 2, 6, 4, 3, 6)])
def test_values_and_gradients_agree_with_torch(kind: str, B: int, H: int, T: int, S: int, d: int, dv: int) -> None:
    torch.manual_seed(T * S + d)
    shapes = [(B, H, T, d), (B, H, S, d), (B, H, S, dv)]
    own = [torch.randn(*shape, dtype=torch.float64, requires_grad=True) for shape in shapes]
    theirs = [leaf.detach().clone().requires_grad_() for leaf in own]
    mask = visible(kind, B, H, T, S)
    out, _ = attention(own[0], own[1], own[2], mask)
    want = scaled_dot_product_attention(theirs[0], theirs[1], theirs[2], attn_mask=mask)
    torch.testing.assert_close(out, want)
    cotangent = torch.randn_like(out)
    gradients = torch.autograd.grad(out, own, cotangent)
    for got, expected in zip(gradients, torch.autograd.grad(want, theirs, cotangent), strict=True):
        torch.testing.assert_close(got, expected)


def test_the_weights_give_the_output_and_hide_what_is_masked() -> None:
    q, k, v = (torch.randn(2, 3, 5, 4, dtype=torch.float64) for _ in range(3))
    mask = visible("heads", 2, 3, 5, 5)
    assert mask is not None
    out, weights = attention(q, k, v, mask)
    torch.testing.assert_close(weights @ v, out)
    torch.testing.assert_close(weights.sum(dim=-1), torch.ones(2, 3, 5, dtype=torch.float64))
    assert not weights[~mask].any()
