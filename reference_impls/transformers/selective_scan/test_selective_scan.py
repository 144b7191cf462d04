"""The scan against the sum over all earlier steps written out, in chunks, and as linear attention."""

from __future__ import annotations

import math

import pytest
import torch
from torch import Tensor

from reference_impls.transformers.selective_scan.reference import selective_scan


def inputs(B: int, T: int, D: int, N: int) -> tuple[Tensor, ...]:
    generator = torch.Generator().manual_seed(5)
    shapes = ((B, T, D), (B, T, D), (D, N), (B, T, N), (B, T, N), (D,))
    x, delta, a, b, c, d = (torch.randn(*shape, generator=generator, dtype=torch.float64) for shape in shapes)
    return x, delta.abs() + 0.05, -a.abs() - 0.1, b, c, d


@pytest.mark.parametrize(("B", "T", "D", "N"), [(1, 1, 1, 1), (2, 5, 3, 4), (1, 7, 2, 1)])
def test_it_is_the_sum_over_all_earlier_steps(B: int, T: int, D: int, N: int) -> None:
    """y_t = Σ_s Σ_n c_tn exp(a_n Σ_{s<r≤t} Δ_r) Δ_s b_sn x_s + d x_t, without a recurrence."""
    x, delta, a, b, c, d = inputs(B, T, D, N)
    y, h = selective_scan(x, delta, a, b, c, d)
    for i in range(B):
        for j in range(D):
            for t in range(T):
                state = [
                    sum(
                        math.exp(float(a[j, n] * delta[i, s + 1 : t + 1, j].sum()))
                        * float(delta[i, s, j] * b[i, s, n] * x[i, s, j])
                        for s in range(t + 1)
                    )
                    for n in range(N)
                ]
                want = sum(float(c[i, t, n]) * state[n] for n in range(N)) + float(d[j] * x[i, t, j])
                assert float(y[i, t, j]) == pytest.approx(want)
            assert h[i, j].tolist() == pytest.approx(state)


@pytest.mark.parametrize("cut", [1, 3, 5])
def test_a_sequence_in_chunks_equals_one_call(cut: int) -> None:
    x, delta, a, b, c, d = inputs(2, 6, 3, 2)
    y, h = selective_scan(x, delta, a, b, c, d)
    first, state = selective_scan(x[:, :cut], delta[:, :cut], a, b[:, :cut], c[:, :cut], d)
    rest, last = selective_scan(x[:, cut:], delta[:, cut:], a, b[:, cut:], c[:, cut:], d, state)
    torch.testing.assert_close(torch.cat([first, rest], dim=1), y)
    torch.testing.assert_close(last, h)


def test_without_decay_it_is_causal_linear_attention() -> None:
    """a = 0, Δ = 1, d = 0: y_t = Σ_{s≤t} (c_t · b_s) x_s."""
    x, delta, a, b, c, d = inputs(2, 5, 3, 4)
    y, _ = selective_scan(x, torch.ones_like(delta), torch.zeros_like(a), b, c, torch.zeros_like(d))
    torch.testing.assert_close(y, (c @ b.transpose(1, 2)).tril() @ x)
