# planted: keys-scaled-at-every-step, mask-times-infinity, heads-joined
# left: none
import torch


def decode_step(q, k_new, v_new, cache):
    if cache is None:
        k, v = k_new, v_new
    else:
        k, v = (torch.cat(pair, dim=-2) for pair in zip(cache, (k_new, v_new)))
    t, d = q.shape[-2:]
    S = k.shape[2]
    weights = (q * d**-0.5) @ k.mT
    row = torch.arange(S - t, S, device=q.device)[:, None]
    col = torch.arange(S, device=q.device)[None, :]
    weights = torch.where(col > row, float("-inf"), weights)
    return torch.softmax(weights, dim=-1) @ v, (k, v)
