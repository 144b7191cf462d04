# slip: chunk-sees-itself-alone
import torch
import math


def decode_step(q, k_new, v_new, cache):
    """only the past is visible beside itself, not the earlier new tokens"""
    t = q.shape[2]
    k, v, past = k_new, v_new, 0
    if cache is not None:
        past = cache[0].shape[2]
        k = torch.cat([cache[0], k_new], 2)
        v = torch.cat([cache[1], v_new], 2)
    m = torch.cat([torch.ones(t, past), torch.eye(t)], 1).bool()
    s = q @ k.mT / math.sqrt(q.shape[-1])
    s = s.masked_fill(~m, -torch.inf)
    return s.softmax(-1) @ v, (k, v)
