"""The page's sums against loops over single distributions, the product rule over all answers, and invariances."""

from __future__ import annotations

import itertools
import math

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor

from reference_impls.alignment.sequence_logprob.reference import sequence_logprob


def inputs(seed: int, B: int, T: int, V: int) -> tuple[Tensor, Tensor, Tensor]:
    generator = torch.Generator().manual_seed(seed)
    logits = 3 * torch.randn(B, T, V, generator=generator, dtype=torch.float64)
    labels = torch.randint(0, V, (B, T), generator=generator)
    return logits, labels, torch.randint(0, 2, (B, T), generator=generator).double()


@given(st.integers(0, 10_000), st.integers(1, 4), st.integers(1, 6), st.integers(2, 5))
def test_it_is_the_sum_of_the_tokens_log_probabilities(seed: int, B: int, T: int, V: int) -> None:
    logits, labels, mask = inputs(seed, B, T, V)
    wanted = [
        sum(math.log(float(logits[b, t - 1].softmax(dim=0)[labels[b, t]])) for t in range(1, T) if mask[b, t] == 1)
        for b in range(B)
    ]
    assert sequence_logprob(logits, labels, mask).tolist() == pytest.approx(wanted)


def test_the_probabilities_of_all_answers_add_to_1() -> None:
    """With logits that do not depend on the tokens: 3^3 answers after a prompt of one."""
    logits = torch.randn(1, 4, 3, dtype=torch.float64, generator=torch.Generator().manual_seed(2))
    answers = torch.tensor([[0, *rest] for rest in itertools.product(range(3), repeat=3)])
    logp = sequence_logprob(logits.expand(27, 4, 3), answers, torch.ones(27, 4))
    assert float(logp.exp().sum()) == pytest.approx(1)


def test_a_constant_added_to_the_logits_of_a_position_changes_nothing() -> None:
    logits, labels, mask = inputs(3, 3, 6, 5)
    shift = torch.arange(18, dtype=torch.float64).reshape(3, 6, 1)
    torch.testing.assert_close(sequence_logprob(logits + shift, labels, mask), sequence_logprob(logits, labels, mask))


def test_masked_positions_and_the_last_logits_get_no_gradient() -> None:
    logits, labels, mask = inputs(4, 2, 5, 3)
    logits.requires_grad_()
    (gradient,) = torch.autograd.grad(sequence_logprob(logits, labels, mask).sum(), logits)
    touched = gradient.abs().sum(dim=-1) > 0
    assert torch.equal(touched[:, :-1], mask[:, 1:].bool())
    assert not touched[:, -1].any()


def test_what_is_not_masked_adds_up() -> None:
    logits, labels, mask = inputs(5, 2, 7, 4)
    parts = sequence_logprob(logits, labels, mask) + sequence_logprob(logits, labels, 1 - mask)
    torch.testing.assert_close(parts, sequence_logprob(logits, labels, torch.ones_like(mask)))
