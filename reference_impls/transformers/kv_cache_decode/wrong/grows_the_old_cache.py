# slip: none
import torch


def decode_step(q, k_new, v_new, cache):
    """Writes the longer tensors back into the old cache."""
    if cache is None:
        cache = (k_new.clone(), v_new.clone())
    else:
        for old, new in zip(cache, (k_new, v_new)):
            old.data = torch.cat([old, new], dim=2)
    k, v = cache
    T, S = q.shape[2], k.shape[2]
    s = (q @ k.mT / q.shape[-1] ** 0.5).masked_fill(torch.ones(T, S).tril(S - T) == 0, float("-inf"))
    return s.softmax(-1) @ v, (k, v)
