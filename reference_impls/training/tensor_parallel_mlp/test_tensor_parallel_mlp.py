"""The split MLP is the undivided one, for every number of ranks; so are its gradients."""

from __future__ import annotations

import pytest
import torch
import torch.nn.functional as F

from reference_impls.training.tensor_parallel_mlp.reference import tensor_parallel_mlp

SHAPES = ((5, 3), (3, 12), (12,), (12, 4), (4,))


@pytest.mark.parametrize("ranks", [1, 2, 3, 4, 6, 12])
def test_value_and_gradients_are_those_of_one_device(ranks: int) -> None:
    torch.manual_seed(ranks)
    x, w1, b1, w2, b2 = leaves = [torch.randn(shape, dtype=torch.float64, requires_grad=True) for shape in SHAPES]
    cotangent = torch.randn(5, 4, dtype=torch.float64)
    want = F.gelu(x @ w1 + b1) @ w2 + b2
    got, partials = tensor_parallel_mlp(x, w1, b1, w2, b2, ranks)
    torch.testing.assert_close(got, want)
    assert partials.shape == (ranks, 5, 4)
    for mine, theirs in zip(
        torch.autograd.grad(got, leaves, cotangent), torch.autograd.grad(want, leaves, cotangent), strict=True
    ):
        torch.testing.assert_close(mine, theirs)


def test_a_rank_contributes_what_its_hidden_units_do() -> None:
    """All other hidden units set to 0, on one device."""
    torch.manual_seed(0)
    x, w1, b1, w2, b2 = (torch.randn(shape, dtype=torch.float64) for shape in SHAPES)
    _, partials = tensor_parallel_mlp(x, w1, b1, w2, b2, 3)
    hidden = F.gelu(x @ w1 + b1)
    for r in range(3):
        kept = torch.zeros_like(hidden)
        kept[:, 4 * r : 4 * r + 4] = hidden[:, 4 * r : 4 * r + 4]
        torch.testing.assert_close(partials[r], kept @ w2)
