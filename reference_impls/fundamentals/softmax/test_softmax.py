"""The softmax page agrees with torch.softmax along every axis, also for logits near 1e4 and with entries of -inf."""

from __future__ import annotations

import pytest
import torch

from reference_impls.fundamentals.softmax.reference import softmax

SHAPES: list[tuple[int, ...]] = [(3,), (2, 5), (4, 3), (3, 1), (2, 3, 4), (2, 3, 5, 4)]


@pytest.mark.parametrize(("shape", "dim"), [(shape, dim) for shape in SHAPES for dim in range(-len(shape), len(shape))])
@pytest.mark.parametrize(("mean", "scale"), [(0.0, 1.0), (-200.0, 3.0), (1e4, 1.0), (0.0, 1e4)])
def test_values_and_gradients_agree_with_torch(shape: tuple[int, ...], dim: int, mean: float, scale: float) -> None:
    torch.manual_seed(len(shape))
    own = (mean + scale * torch.randn(shape, dtype=torch.float64)).requires_grad_()
    theirs = own.detach().clone().requires_grad_()
    out, want = softmax(own, dim), torch.softmax(theirs, dim)
    torch.testing.assert_close(out, want)
    cotangent = torch.randn_like(out)
    (got,), (expected,) = torch.autograd.grad(out, own, cotangent), torch.autograd.grad(want, theirs, cotangent)
    torch.testing.assert_close(got, expected)


@pytest.mark.parametrize("dtype", [torch.float16, torch.float32, torch.float64])
def test_hidden_entries_get_exactly_0(dtype: torch.dtype) -> None:
    x = 1e4 * torch.randn(6, 5, dtype=dtype)
    hidden = torch.rand(6, 5) < 0.5
    hidden[:, 2] = False
    out = softmax(x.masked_fill(hidden, float("-inf")))
    torch.testing.assert_close(out, torch.softmax(x.masked_fill(hidden, float("-inf")), -1))
    assert bool((out[hidden] == 0).all())


def test_the_last_axis_is_the_default() -> None:
    x = torch.randn(3, 3, 3)
    torch.testing.assert_close(softmax(x).sum(-1), torch.ones(3, 3))


def test_a_shift_of_a_slice_changes_nothing() -> None:
    x, shift = torch.randn(4, 6, dtype=torch.float64), 100 * torch.randn(4, 1, dtype=torch.float64)
    torch.testing.assert_close(softmax(x + shift), softmax(x))
