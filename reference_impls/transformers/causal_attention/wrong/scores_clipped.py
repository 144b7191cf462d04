# slip: scores-clipped
"""Differs on: two visible keys with scores 100 and 200 -> both are clipped to 60 and get half the weight each."""
import math

import torch


def causal_attention(q, k, v):
    T, S, d = q.shape[-2], k.shape[-2], q.shape[-1]
    scores = (q / math.sqrt(d)) @ k.mT
    weights = torch.exp(scores.clamp(-60.0, 60.0))
    weights = torch.tril(weights, diagonal=S - T)
    return (weights @ v) / weights.sum(-1, keepdim=True)
