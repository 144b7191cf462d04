# slip: offset-of-heads
import math

import torch


def decode_step(q, k_new, v_new, cache):
    """Wrong for B=1, H=2, d=4, a sequence of 6 tokens fed as 4 + 2: the new tokens may only see up to position 2 + i. Right when S == H, or in one chunk."""
    if cache is None:
        past, k, v = 0, k_new, v_new
    else:
        past = cache[0].shape[1]
        k = torch.cat([cache[0], k_new], dim=2)
        v = torch.cat([cache[1], v_new], dim=2)
    t, n = q.shape[2], k.shape[2]
    scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])
    allowed = torch.ones(t, n, dtype=torch.bool, device=q.device).tril(diagonal=past)
    scores = scores.masked_fill(~allowed, float("-inf"))
    return scores.softmax(-1) @ v, (k, v)
