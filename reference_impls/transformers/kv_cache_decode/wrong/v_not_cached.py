# slip: values-not-kept
import torch
def decode_step(q, k_new, v_new, cache):
    k, v = (k_new, v_new) if cache is None else (torch.cat([cache[0], k_new], 2), torch.cat([cache[1], v_new], 2))
    s = q @ k.mT / q.shape[-1] ** .5
    T, S = s.shape[-2:]
    s = s.masked_fill(~torch.ones(T, S, dtype=torch.bool).tril(S - T), -torch.inf)
    return s.softmax(-1) @ v, (k, v_new)
