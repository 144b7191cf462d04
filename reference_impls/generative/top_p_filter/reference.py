"""Nucleus filter (Holtzman et al. 2020, arXiv:1904.09751, section 3.1).

    V^(p) = the smallest set of most likely tokens with Σ_{x ∈ V^(p)} P(x) >= p

A token is outside when the *more likely ones alone* already reach p; so the token that crosses p stays, and the first one has
nothing before it. Drawing from softmax of the result renormalises by itself.

Shapes: logits (...,V), 0 <= p < 1. Returns: logits of the same shape, -inf outside the nucleus.
"""

import torch
from torch import Tensor


def top_p_filter(logits: Tensor, p: float) -> Tensor:
    """The logits of the nucleus, -inf elsewhere."""
    z, tokens = logits.sort(dim=-1, descending=True)  # (...,V)
    probs = z.softmax(dim=-1)
    before = probs.cumsum(dim=-1) - probs  # mass of the more likely ones
    outside = before >= p
    outside[..., 0] = False  # p = 0
    outside = torch.zeros_like(outside).scatter(dim=-1, index=tokens, src=outside)  # in the order of the vocabulary
    return logits.masked_fill(outside, float("-inf"))
