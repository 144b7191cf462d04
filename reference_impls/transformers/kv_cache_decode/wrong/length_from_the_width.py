# slip: offset-of-width
import torch


def decode_step(q, k_new, v_new, cache):
    past, k, v = 0, k_new, v_new
    if cache is not None:
        past = cache[0].size(-1)
        k, v = (torch.cat(pair, dim=2) for pair in zip(cache, (k_new, v_new)))
    s = q @ k.mT / q.size(-1) ** 0.5
    i, j = torch.arange(q.size(2))[:, None], torch.arange(k.size(2))
    return s.masked_fill(j > past + i, -torch.inf).softmax(-1) @ v, (k, v)
