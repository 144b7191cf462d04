"""Greedy decoding with and without a cache, and how far the two are apart."""

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from model import KVCache


@torch.no_grad()
def generate_full(model: nn.Module, tokens: Tensor, count: int) -> Tensor:
    """Tokens (B, T) and the `count` likeliest after them, by running the model on the whole sequence each time."""
    for _ in range(count):
        chosen = model(tokens)[:, -1].argmax(dim=-1, keepdim=True)
        tokens = torch.cat([tokens, chosen], dim=1)
    return tokens


@torch.no_grad()
def generate_cached(model: nn.Module, tokens: Tensor, count: int, caches: Sequence[KVCache]) -> Tensor:
    """The same, with each token processed once. What is in the caches is replaced."""
    for cache in caches:
        cache.reset()
    logits = model(tokens, caches)[:, -1]
    for _ in range(count):
        chosen = logits.argmax(dim=-1, keepdim=True)
        tokens = torch.cat([tokens, chosen], dim=1)
        logits = model(chosen, caches)[:, -1]
    return tokens


@torch.no_grad()
def largest_gap(model: nn.Module, tokens: Tensor, prefill: int) -> float:
    """Largest difference between logits with and without a cache: a prompt of `prefill` tokens, then one at a time."""
    caches = model.new_caches(len(tokens))
    parts = [model(tokens[:, :prefill], caches)]
    parts += [model(tokens[:, t : t + 1], caches) for t in range(prefill, tokens.shape[1])]
    return (torch.cat(parts, dim=1) - model(tokens)).abs().max().item()
