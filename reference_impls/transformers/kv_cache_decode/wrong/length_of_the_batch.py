# slip: offset-of-batch
import torch


def decode_step(q, k_new, v_new, cache):
    k, v = (
        (k_new, v_new)
        if cache is None
        else (torch.cat([cache[0], k_new], 2), torch.cat([cache[1], v_new], 2))
    )
    past = 0 if cache is None else len(cache[0])
    s = q @ k.mT / q.shape[-1] ** 0.5
    m = torch.arange(k.shape[2])[None] <= torch.arange(q.shape[2])[:, None] + past
    return s.masked_fill(~m, -torch.inf).softmax(-1) @ v, (k, v)
