"""The factorised page agrees with joint attention under a mask of the same frame, then of the same position."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor
from torch.nn.functional import scaled_dot_product_attention

from reference_impls.video.factorized_attention.reference import factorized_attention


def self_attention(z: Tensor) -> Tensor:
    """(batch, length, D) to the same."""
    return scaled_dot_product_attention(z, z, z)


def masked(x: Tensor, group: Tensor) -> Tensor:
    """Attention among all F*N tokens, each seeing those of its own group."""
    z = x.flatten(1, 2)
    return scaled_dot_product_attention(z, z, z, attn_mask=group[:, None] == group).reshape(x.shape)


@pytest.mark.parametrize(
    ("B", "F", "N", "D"), [(1, 1, 1, 2), (1, 2, 3, 2), (2, 5, 3, 4), (3, 2, 6, 5), (3, 3, 3, 3), (2, 4, 1, 3)]
)
def test_values_and_gradients_agree_with_masked_joint_attention(B: int, F: int, N: int, D: int) -> None:
    torch.manual_seed(B * F * N * D)
    x = torch.randn(B, F, N, D, dtype=torch.float64, requires_grad=True)
    token = torch.arange(F * N)
    out, want = factorized_attention(x, self_attention), masked(masked(x, token // N), token % N)
    torch.testing.assert_close(out, want)
    cotangent = torch.randn_like(out)
    (got,), (expected,) = torch.autograd.grad(out, [x], cotangent), torch.autograd.grad(want, [x], cotangent)
    torch.testing.assert_close(got, expected)


def test_attend_gets_every_frame_then_every_position_as_a_sequence() -> None:
    seen: list[Tensor] = []

    def record(z: Tensor) -> Tensor:
        seen.append(z)
        return z

    x = torch.randn(2, 3, 4, 5)
    assert torch.equal(factorized_attention(x, record), x)
    assert torch.equal(seen[0], torch.stack([x[b, f] for b in range(2) for f in range(3)]))
    assert torch.equal(seen[1], torch.stack([x[b, :, n] for b in range(2) for n in range(4)]))


def test_the_steps_do_not_commute() -> None:
    x = torch.randn(2, 3, 4, 5)
    other_order = factorized_attention(x.transpose(1, 2), self_attention).transpose(1, 2)
    assert not torch.allclose(factorized_attention(x, self_attention), other_order, atol=1e-3)
