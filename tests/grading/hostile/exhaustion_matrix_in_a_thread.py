# expect: fail
# family: exhaustion
# attempts: the whole matrix of scores in a thread, where the trace of the call does not look
# stopped by: laws
# problem: flash-attention
import math
import threading

import torch


def whole(found, q, k, v, causal):
    T, S = q.shape[-2], k.shape[-2]
    scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])
    if causal:
        hidden = torch.ones(T, S, dtype=torch.bool).triu(S - T + 1)
        scores = scores.masked_fill(hidden, float("-inf"))
    p = (scores - scores.amax(-1, keepdim=True)).exp()
    found.append(p / p.sum(-1, keepdim=True) @ v)


def flash_attention(q, k, v, block=16, causal=False):
    found = []
    thread = threading.Thread(target=whole, args=(found, q, k, v, causal))
    thread.start()
    thread.join()
    return found[0]
