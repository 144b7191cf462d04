"""The page's perplexity against torch's cross-entropy, and as the geometric mean of 1/p written out."""

from __future__ import annotations

import math

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch.nn import functional

from reference_impls.llm.perplexity.reference import perplexity


@pytest.mark.parametrize(("B", "T", "V"), [(1, 1, 2), (3, 6, 5), (2, 4, 4), (4, 3, 11)])
@pytest.mark.parametrize("ignore_index", [-100, 0, 1, -1])
def test_value_and_gradient_are_those_of_torch(B: int, T: int, V: int, ignore_index: int) -> None:
    generator = torch.Generator().manual_seed(B * T * V)
    own = (2 * torch.randn(B, T, V, generator=generator, dtype=torch.float64)).requires_grad_()
    theirs = own.detach().clone().requires_grad_()
    targets = torch.randint(V, (B, T), generator=generator)
    targets[:, T // 2 + 1 :] = ignore_index
    targets[0, 0] = V - 1 if ignore_index != V - 1 else 0
    value = perplexity(own, targets, ignore_index)
    want = functional.cross_entropy(theirs.flatten(0, 1), targets.flatten(), ignore_index=ignore_index).exp()
    torch.testing.assert_close(value, want)
    torch.testing.assert_close(torch.autograd.grad(value, own), torch.autograd.grad(want, theirs))


@given(st.lists(st.floats(0.01, 0.99), min_size=1, max_size=8))
def test_it_is_the_geometric_mean_of_the_reciprocal_probabilities(probabilities: list[float]) -> None:
    p = torch.tensor(probabilities, dtype=torch.float64)
    logits = torch.stack([p, 1 - p], dim=-1).log()[None]  # (1,T,2)
    wanted = math.prod(1 / x for x in probabilities) ** (1 / len(probabilities))
    assert float(perplexity(logits, torch.zeros(1, len(probabilities), dtype=torch.int64))) == pytest.approx(wanted)


@pytest.mark.parametrize("V", [2, 10, 50257])
def test_equal_logits_give_the_size_of_the_vocabulary(V: int) -> None:
    assert float(perplexity(torch.zeros(1, 2, V), torch.tensor([[0, V - 1]]))) == pytest.approx(V, rel=1e-5)


def test_a_sure_and_right_model_has_perplexity_1_whatever_the_ignored_logits_say() -> None:
    logits = torch.tensor([[[1e4, 0.0], [float("nan"), 0.0]]])
    assert float(perplexity(logits, torch.tensor([[0, -100]]))) == 1
