# slip: diagonal-hidden-finitely
import torch
import math


def decode_step(q, k_new, v_new, cache):
    if cache is not None:
        k_new = torch.cat([cache[0], k_new], 2)
        v_new = torch.cat([cache[1], v_new], 2)
    S, t = k_new.shape[2], q.shape[2]
    s = q @ k_new.mT / math.sqrt(q.shape[-1])
    s = s.masked_fill(~torch.ones(t, S).tril(S - t - 1).bool(), -1e9)
    return s.softmax(-1) @ v_new, (k_new, v_new)
