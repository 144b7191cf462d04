"""The page is the chain rule: the loss of a model given as a table of conditional probabilities."""

from __future__ import annotations

import itertools
import math

import pytest
import torch
from torch.nn import functional

from reference_impls.generative.autoregressive_nll.reference import autoregressive_nll


def test_the_probabilities_of_all_sequences_sum_to_one() -> None:
    """Logits depend on the previous token alone; the first token is given."""
    torch.manual_seed(0)
    table = torch.randn(3, 3, dtype=torch.float64)
    total = 0.0
    for rest in itertools.product(range(3), repeat=3):
        tokens = torch.tensor([[1, *rest]])
        total += math.exp(-3 * float(autoregressive_nll(table[tokens], tokens)))
    assert total == pytest.approx(1.0)


@pytest.mark.parametrize(("B", "L", "V"), [(1, 2, 2), (4, 6, 9)])
def test_the_page_agrees_with_torch(B: int, L: int, V: int) -> None:
    logits = torch.randn(B, L, V, dtype=torch.float64, requires_grad=True)
    tokens = torch.randint(V, (B, L))
    loss = autoregressive_nll(logits, tokens)
    want = functional.cross_entropy(logits[:, :-1].flatten(0, 1), tokens[:, 1:].flatten())
    torch.testing.assert_close(loss, want)
    (gradient,) = torch.autograd.grad(loss, logits)
    assert bool((gradient[:, -1] == 0).all())
