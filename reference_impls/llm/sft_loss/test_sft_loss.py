"""The page's loss against torch's cross-entropy with ignored labels, and as a mean over all tokens of the batch."""

from __future__ import annotations

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor
from torch.nn import functional

from reference_impls.llm.sft_loss.reference import sft_loss


def batch(B: int, T: int, V: int, seed: int = 0) -> tuple[Tensor, Tensor, Tensor]:
    generator = torch.Generator().manual_seed(seed)
    logits = 3 * torch.randn(B, T, V, generator=generator, dtype=torch.float64)
    labels = torch.randint(V, (B, T), generator=generator)
    mask = torch.randint(2, (B, T), generator=generator)
    mask[0, -1] = 1
    return logits, labels, mask


@pytest.mark.parametrize(("B", "T", "V"), [(1, 2, 3), (3, 7, 5), (2, 5, 4), (4, 3, 11), (5, 20, 2)])
@pytest.mark.parametrize("kind", [torch.int64, torch.bool, torch.float32])
def test_value_and_gradient_are_those_of_torch_with_ignored_labels(B: int, T: int, V: int, kind: torch.dtype) -> None:
    logits, labels, mask = batch(B, T, V)
    own, theirs = logits.clone().requires_grad_(), logits.clone().requires_grad_()
    targets = labels[:, 1:].masked_fill(mask[:, 1:] == 0, -100)
    loss = sft_loss(own, labels, mask.to(kind))
    want = functional.cross_entropy(theirs[:, :-1].reshape(-1, V), targets.reshape(-1))
    torch.testing.assert_close(loss, want)
    torch.testing.assert_close(torch.autograd.grad(loss, own), torch.autograd.grad(want, theirs))


@given(st.integers(2, 5), st.integers(2, 8), st.integers(0, 1000))
def test_it_is_the_mean_of_the_sequences_weighted_by_their_counts(B: int, T: int, seed: int) -> None:
    logits, labels, mask = batch(B, T, 4, seed)
    counts = mask[:, 1:].sum(dim=1)
    losses = torch.stack([sft_loss(logits[b : b + 1], labels[b : b + 1], mask[b : b + 1]) for b in range(B)])
    torch.testing.assert_close(sft_loss(logits, labels, mask), (losses * counts).sum() / counts.sum())


@pytest.mark.parametrize("mask", [torch.zeros(2, 4), torch.tensor([[1, 0, 0, 0], [0, 0, 0, 0]])])
def test_without_a_token_to_predict_loss_and_gradient_are_0(mask: Tensor) -> None:
    logits = torch.randn(2, 4, 3, requires_grad=True)
    loss = sft_loss(logits, torch.zeros(2, 4, dtype=torch.int64), mask)
    assert float(loss.detach()) == 0
    assert not torch.autograd.grad(loss, logits)[0].any()


def test_only_the_logits_before_a_response_token_get_gradients() -> None:
    logits = torch.randn(1, 5, 3, requires_grad=True)
    loss = sft_loss(logits, torch.tensor([[0, 1, 2, 1, 0]]), torch.tensor([[0, 0, 1, 1, 0]]))
    (gradient,) = torch.autograd.grad(loss, logits)
    assert gradient.abs().sum(dim=-1).squeeze(0).bool().tolist() == [False, True, True, False, False]
