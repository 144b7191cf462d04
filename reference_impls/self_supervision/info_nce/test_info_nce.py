"""InfoNCE against torch's cross-entropy, gradients included, and its values where all logits are equal."""

from __future__ import annotations

import math

import pytest
import torch
from torch.nn import functional

from reference_impls.self_supervision.info_nce.reference import info_nce


@pytest.mark.parametrize(("B", "K", "d"), [(1, 1, 2), (3, 5, 4), (4, 4, 4), (6, 2, 9)])
@pytest.mark.parametrize("tau", [1e-3, 0.07, 0.5, 2.0])
def test_values_and_gradients_are_those_of_cross_entropy_with_class_0(B: int, K: int, d: int, tau: float) -> None:
    torch.manual_seed(B + K)
    inputs = [
        functional.normalize(torch.randn(*shape, dtype=torch.float64), dim=-1) for shape in ((B, d), (B, d), (B, K, d))
    ]
    own = [tensor.clone().requires_grad_() for tensor in inputs]
    theirs = [tensor.clone().requires_grad_() for tensor in inputs]
    keys = torch.cat([theirs[1].unsqueeze(1), theirs[2]], dim=1)  # (B,1+K,d)
    logits = torch.matmul(keys, theirs[0].unsqueeze(2)).squeeze(2) / tau
    wanted = functional.cross_entropy(logits, torch.zeros(B, dtype=torch.long))
    loss = info_nce(own[0], own[1], own[2], tau)
    torch.testing.assert_close(loss, wanted)
    for got, want in zip(torch.autograd.grad(loss, own), torch.autograd.grad(wanted, theirs), strict=True):
        torch.testing.assert_close(got, want)


@pytest.mark.parametrize("K", [1, 15, 255])
def test_equal_logits_cost_the_logarithm_of_the_number_of_candidates(K: int) -> None:
    key = torch.randn(2, 1, 3)
    assert float(info_nce(torch.randn(2, 3), key[:, 0], key.expand(2, K, 3))) == pytest.approx(
        math.log(K + 1), rel=1e-5
    )


def test_the_default_temperature_is_0_07() -> None:
    q, k_pos, k_neg = torch.randn(2, 3), torch.randn(2, 3), torch.randn(2, 4, 3)
    assert torch.equal(info_nce(q, k_pos, k_neg), info_nce(q, k_pos, k_neg, 0.07))


def test_opposite_vectors_at_tau_0_001_cost_2000() -> None:
    q = torch.tensor([[1.0, 0.0]])
    assert float(info_nce(q, -q, q[None], 1e-3)) == pytest.approx(2000)
    assert float(info_nce(q, q, -q[None], 1e-3)) == 0
