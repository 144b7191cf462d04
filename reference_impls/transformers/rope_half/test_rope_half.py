"""The half-split layout is rope-1d after a permutation of the channels, and it is what transformers' Llama computes."""

from __future__ import annotations

import math

import pytest
import torch

from reference_impls.transformers.rope_1d.reference import rope_1d
from reference_impls.transformers.rope_half.reference import rope_half


@pytest.mark.parametrize(
    ("shape", "offset", "theta"), [((5, 8), 0, 10000.0), ((2, 3, 4, 6), 100, 50.0), ((1, 2), 7, 3.0)]
)
def test_it_is_the_adjacent_layout_with_the_channels_in_another_order(
    shape: tuple[int, ...], offset: int, theta: float
) -> None:
    x = torch.randn(shape, dtype=torch.float64)
    adjacent = x.unflatten(-1, (2, -1)).transpose(-1, -2).flatten(-2)
    want = rope_1d(adjacent, theta, offset).unflatten(-1, (-1, 2)).transpose(-1, -2).flatten(-2)
    torch.testing.assert_close(rope_half(x, theta, offset), want)


def test_each_pair_turns_by_its_own_angle() -> None:
    x = torch.randn(6, dtype=torch.float64)
    got = rope_half(x.expand(4, 6), theta=100.0, offset=2)
    for t in range(4):
        for i in range(3):
            phase = torch.polar(torch.ones(()).double(), torch.tensor((2 + t) * math.pow(100.0, -2 * i / 6)).double())
            want = torch.complex(x[i], x[i + 3]) * phase
            torch.testing.assert_close(torch.complex(got[t, i], got[t, i + 3]), want)


@pytest.mark.parametrize("offset", [0, 1, 40])
def test_the_offset_continues_a_sequence(offset: int) -> None:
    x = torch.randn(2, 50, 4, dtype=torch.float64)
    torch.testing.assert_close(rope_half(x[:, offset:], offset=offset), rope_half(x)[:, offset:])


def test_the_gradient_rotates_back() -> None:
    x = torch.randn(3, 4, dtype=torch.float64, requires_grad=True)
    (gradient,) = torch.autograd.grad(rope_half(x, offset=5), [x], rope_half(x.detach(), offset=5))
    torch.testing.assert_close(gradient, x.detach())
