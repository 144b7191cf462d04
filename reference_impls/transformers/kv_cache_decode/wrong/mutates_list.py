# slip: raises-with-cache
import torch
def decode_step(q, k_new, v_new, cache):
    if cache is None: cache = [k_new, v_new]
    else:
        cache[0].resize_(cache[0].shape[0], cache[0].shape[1], cache[0].shape[2] + k_new.shape[2], cache[0].shape[3])
        cache = (cache[0], torch.cat([cache[1], v_new], 2))
    k, v = cache
    s = q @ k.mT / q.shape[-1] ** .5
    T, S = s.shape[-2:]
    s = s.masked_fill(~torch.ones(T, S, dtype=torch.bool).tril(S - T), -torch.inf)
    return s.softmax(-1) @ v, (k, v)
