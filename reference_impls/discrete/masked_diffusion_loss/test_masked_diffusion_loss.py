"""The loss agrees with torch's cross-entropy, and averaged over masks it doesn't depend on t."""

from __future__ import annotations

import itertools

import pytest
import torch
from torch.nn import functional

from reference_impls.discrete.masked_diffusion_loss.reference import masked_diffusion_loss


def test_it_agrees_with_torch_on_the_masked_tokens() -> None:
    logits, x0 = torch.randn(3, 5, 4).double(), torch.randint(0, 4, (3, 5))
    masked, t = torch.rand(3, 5) < 0.5, torch.rand(3).double() + 0.1
    want = sum(
        functional.cross_entropy(logits[b, masked[b]], x0[b, masked[b]], reduction="sum") / t[b]
        for b in range(3)
        if masked[b].any()
    )
    torch.testing.assert_close(masked_diffusion_loss(logits, x0, masked, t), want / 15)


@pytest.mark.parametrize("t", [0.2, 0.7])
def test_the_mean_over_all_masks_is_the_mean_cross_entropy(t: float) -> None:
    """E[1{masked}] = t cancels the weight, for logits that don't depend on the mask."""
    logits, x0 = torch.randn(1, 4, 5).double(), torch.randint(0, 5, (1, 4))
    mean = torch.zeros(()).double()
    for bits in itertools.product([False, True], repeat=4):
        masked = torch.tensor([bits])
        probability = t ** int(masked.sum()) * (1 - t) ** int((~masked).sum())
        mean += probability * masked_diffusion_loss(logits, x0, masked, torch.tensor([t]).double())
    torch.testing.assert_close(mean, functional.cross_entropy(logits[0], x0[0]))


def test_visible_tokens_get_no_gradient() -> None:
    logits, x0 = torch.randn(2, 4, 3).double().requires_grad_(), torch.randint(0, 3, (2, 4))
    masked = torch.tensor([[True, False, False, True], [False, True, False, False]])
    (gradient,) = torch.autograd.grad(masked_diffusion_loss(logits, x0, masked, torch.ones(2).double()), [logits])
    assert torch.equal(gradient.abs().sum(-1) > 0, masked)
