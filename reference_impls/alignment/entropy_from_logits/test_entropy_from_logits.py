"""The page agrees with torch's categorical distribution, and has the entropy's bounds."""

from __future__ import annotations

import math

import pytest
import torch
from torch.distributions import Categorical

from reference_impls.alignment.entropy_from_logits.reference import entropy_from_logits


@pytest.mark.parametrize("shape", [(3,), (4, 5), (2, 3, 6)])
def test_the_page_agrees_with_torch(shape: tuple[int, ...]) -> None:
    torch.manual_seed(len(shape))
    logits = (3 * torch.randn(shape, dtype=torch.float64)).requires_grad_()
    got, want = entropy_from_logits(logits), Categorical(logits=logits).entropy()
    torch.testing.assert_close(got, want)
    slopes = [torch.autograd.grad(each.sum(), logits)[0] for each in (got, want)]
    torch.testing.assert_close(*slopes)


def test_hidden_tokens_count_for_nothing() -> None:
    logits = torch.randn(5, dtype=torch.float64)
    hidden = torch.cat([logits, torch.tensor([-math.inf, -math.inf])])
    torch.testing.assert_close(entropy_from_logits(hidden), entropy_from_logits(logits))


def test_the_bounds() -> None:
    assert float(entropy_from_logits(torch.zeros(16))) == pytest.approx(math.log(16))
    assert float(entropy_from_logits(torch.tensor([1e4, 0.0, -1e4]))) == 0.0
