"""The RoPE page agrees with complex multiplication and with rotation matrices, and scores depend on distance alone."""

from __future__ import annotations

import math

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from reference_impls.transformers.rope_1d.reference import rope_1d


@given(
    T=st.integers(1, 6),
    pairs=st.integers(1, 8),
    offset=st.integers(0, 4096),
    theta=st.floats(2.0, 1e6),
    lead=st.lists(st.integers(1, 3), max_size=3),
)
@settings(max_examples=60, deadline=None)
def test_a_pair_is_a_complex_number_times_a_phase(
    T: int, pairs: int, offset: int, theta: float, lead: list[int]
) -> None:
    x = torch.randn(*lead, T, 2 * pairs, dtype=torch.float64)
    got = rope_1d(x, theta, offset)
    for t in range(T):
        for i in range(pairs):
            angle = (offset + t) * math.exp(-2 * i / (2 * pairs) * math.log(theta))
            phase = torch.polar(torch.ones((), dtype=torch.float64), torch.tensor(angle, dtype=torch.float64))
            want = torch.complex(x[..., t, 2 * i], x[..., t, 2 * i + 1]) * phase
            torch.testing.assert_close(got[..., t, 2 * i], want.real, rtol=1e-7, atol=1e-8)
            torch.testing.assert_close(got[..., t, 2 * i + 1], want.imag, rtol=1e-7, atol=1e-8)


def test_rows_are_powers_of_one_rotation_matrix() -> None:
    """The block-diagonal matrix of eq. 15, by a matrix exponential."""
    d = 6
    generator = torch.zeros(d, d, dtype=torch.float64)
    for i in range(d // 2):
        frequency = 10000.0 ** (-2 * i / d)
        generator[2 * i, 2 * i + 1], generator[2 * i + 1, 2 * i] = -frequency, frequency
    x = torch.randn(5, d, dtype=torch.float64)
    want = torch.stack([torch.linalg.matrix_exp(generator * (t + 3)) @ x[t] for t in range(5)])
    torch.testing.assert_close(rope_1d(x, offset=3), want)


def test_scores_depend_on_the_distance_alone() -> None:
    q, k = (torch.randn(8, dtype=torch.float64).expand(7, 8) for _ in range(2))
    scores = rope_1d(q) @ rope_1d(k).T
    shifted = rope_1d(q, offset=100) @ rope_1d(k, offset=100).T
    torch.testing.assert_close(scores, shifted)
    for distance in range(-6, 7):
        diagonal = scores.diagonal(distance)
        torch.testing.assert_close(diagonal, diagonal[:1].expand_as(diagonal))


@pytest.mark.parametrize("offset", [0, 1, 40])
def test_the_offset_continues_a_sequence(offset: int) -> None:
    x = torch.randn(2, 50, 4, dtype=torch.float64)
    torch.testing.assert_close(rope_1d(x[:, offset:], offset=offset), rope_1d(x)[:, offset:])


@pytest.mark.parametrize("dtype", [torch.float16, torch.bfloat16, torch.float32, torch.float64])
def test_the_dtype_is_kept_and_the_angles_are_not_rounded_to_it(dtype: torch.dtype) -> None:
    x = torch.randn(4, 8).to(dtype)
    got = rope_1d(x, offset=3001)
    assert got.dtype == dtype
    tolerance = 10 * torch.finfo(dtype).eps + 1e-3
    torch.testing.assert_close(got.double(), rope_1d(x.double(), offset=3001), rtol=tolerance, atol=tolerance)


def test_the_gradient_rotates_back() -> None:
    x = torch.randn(3, 4, dtype=torch.float64, requires_grad=True)
    (gradient,) = torch.autograd.grad(rope_1d(x, offset=5), [x], rope_1d(x.detach(), offset=5))
    torch.testing.assert_close(gradient, x.detach())
