# slip: scaled-keys-cached
import torch


def decode_step(q, k_new, v_new, cache):
    """Consistent with itself, but the cache does not hold the keys."""
    k, v = k_new * q.shape[-1] ** -0.5, v_new
    if cache is not None:
        k, v = torch.cat([cache[0], k], 2), torch.cat([cache[1], v], 2)
    T, S = q.shape[2], k.shape[2]
    s = (q @ k.mT).masked_fill(torch.ones(T, S).tril(S - T) == 0, float("-inf"))
    return s.softmax(-1) @ v, (k, v)
