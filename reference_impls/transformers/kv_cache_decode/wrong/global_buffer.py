# slip: none
import torch

buffer = {}


def decode_step(q, k_new, v_new, cache):
    """The cache lives in a global; what is passed in is only asked whether it is there."""
    if cache is None:
        buffer["k"], buffer["v"] = k_new, v_new
    elif "k" in buffer and buffer["k"].shape[2] >= cache[0].shape[2]:
        buffer["k"], buffer["v"] = torch.cat([buffer["k"], k_new], 2), torch.cat([buffer["v"], v_new], 2)
    else:
        buffer["k"], buffer["v"] = torch.cat([cache[0], k_new], 2), torch.cat([cache[1], v_new], 2)
    k, v = buffer["k"], buffer["v"]
    T, S = q.shape[2], k.shape[2]
    s = (q @ k.mT / q.shape[-1] ** 0.5).masked_fill(torch.ones(T, S).tril(S - T) == 0, float("-inf"))
    return s.softmax(-1) @ v, (k, v)
