"""Rows are distributions, a product of steps has the closed form of the paper, and chains end where they should."""

from __future__ import annotations

import math

import pytest
import torch

from reference_impls.discrete.transition_matrix.reference import transition_matrix

KINDS = ["uniform", "absorbing"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("k", [2, 3, 8])
@pytest.mark.parametrize("beta", [0.0, 0.3, 1.0])
def test_rows_are_distributions(kind: str, k: int, beta: float) -> None:
    Q = transition_matrix(kind, k, beta)
    assert Q.shape == (k, k)
    assert bool((Q >= 0).all())
    torch.testing.assert_close(Q.sum(dim=1), torch.ones(k))


def test_entries_by_hand() -> None:
    torch.testing.assert_close(
        transition_matrix("uniform", 4, 0.4),
        torch.tensor([[0.7 if i == j else 0.1 for j in range(4)] for i in range(4)]),
    )
    torch.testing.assert_close(
        transition_matrix("absorbing", 3, 0.4), torch.tensor([[0.6, 0.0, 0.4], [0.0, 0.6, 0.4], [0.0, 0.0, 1.0]])
    )


@pytest.mark.parametrize("kind", KINDS)
def test_a_product_of_steps_is_one_step(kind: str) -> None:
    """1 - β multiplies: Q̄ has 1 - β̄ = Π (1 - β_t)."""
    betas = [0.1, 0.35, 0.6, 0.05]
    product = torch.linalg.multi_dot([transition_matrix(kind, 5, beta) for beta in betas])
    torch.testing.assert_close(product, transition_matrix(kind, 5, 1 - math.prod(1 - beta for beta in betas)))


def test_long_chains_end_uniform_or_masked() -> None:
    uniform, absorbing = (torch.linalg.matrix_power(transition_matrix(kind, 4, 0.3), 80) for kind in KINDS)
    torch.testing.assert_close(uniform, torch.full((4, 4), 0.25))
    torch.testing.assert_close(absorbing, torch.tensor([0.0, 0, 0, 1]).expand(4, 4))


def test_another_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="gaussian"):
        transition_matrix("gaussian", 3, 0.1)
