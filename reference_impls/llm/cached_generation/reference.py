"""Greedy decoding with a cache (for the cache: Pope et al. 2022, arXiv:2211.05102, section 2: prefill and decode).

    prefill   logits, cache = model(prompt, None)            all T tokens in one call
    decode    logits, cache = model(newest token, cache)     one token for each row

The cache holds keys and values of all tokens so far, so that each is computed once: a loop that feeds the whole sequence again
does T + n times the work. Only the logits of the last position are of use. Rows end at different times: one that has produced
eos goes on with eos, which is fed like any other token, so that the rows of the cache stay aligned, until all have ended.

prompt: (B,T) long; model(ids (B,t), cache) -> (logits (B,t,V), cache). Returns: (B,T+n) long, n <= max_new.
"""

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

Model = Callable[[Tensor, Any], tuple[Tensor, Any]]


def generate(model: Model, prompt: Tensor, max_new: int, eos: int | None = None) -> Tensor:
    """The prompt and up to max_new most likely tokens for each row."""
    tokens, ids, cache = prompt, prompt, None
    done = torch.zeros(len(prompt), dtype=torch.bool)
    for _ in range(max_new):
        logits, cache = model(ids, cache)  # (B,t,V)
        newest = logits[:, -1].argmax(dim=-1)  # (B,)
        if eos is not None:
            newest = newest.masked_fill(done, eos)
            done = done | (newest == eos)
        ids = newest[:, None]  # (B,1)
        tokens = torch.cat([tokens, ids], dim=1)
        if done.all():
            break
    return tokens
