# slip: none
import torch


def decode_step(q, k_new, v_new, cache):
    k, v = (k_new, v_new) if cache is None else (torch.cat([cache[0], k_new], 2), torch.cat([cache[1], v_new], 2))
    q *= q.shape[-1] ** -0.5
    T, S = q.shape[2], k.shape[2]
    s = (q @ k.mT).masked_fill(torch.ones(T, S).tril(S - T) == 0, float("-inf"))
    return s.softmax(-1) @ v, (k, v)
