import torch
import math


from collections import namedtuple

KV = namedtuple("KV", "k v")


def decode_step(q, k_new, v_new, cache):
    cache = KV(k_new, v_new) if cache is None else KV(torch.cat([cache[0], k_new], 2), torch.cat([cache[1], v_new], 2))
    S, T = cache.k.shape[2], q.shape[2]
    bias = torch.full((T, S), float("-inf"), dtype=q.dtype).triu(S - T + 1)
    return (q @ cache.k.mT / math.sqrt(q.shape[3]) + bias).softmax(-1) @ cache.v, cache
