# slip: keys-kept-as-values
import torch
import math


def decode_step(q, k_new, v_new, cache):
    k, v = k_new, v_new
    if cache is not None:
        k = torch.cat([cache[0], k_new], 2)
        v = torch.cat([cache[0], v_new], 2)
    s = q @ k.mT / math.sqrt(q.shape[-1])
    S, t = k.shape[2], q.shape[2]
    s = s.masked_fill(~torch.ones(t, S).tril(S - t).bool(), -torch.inf)
    return s.softmax(-1) @ v, (k, v)
