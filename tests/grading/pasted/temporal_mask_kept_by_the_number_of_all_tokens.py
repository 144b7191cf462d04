# problem: temporal-window-mask
# expect: fail
# says: the same call with frames and tokens exchanged

import torch

seen = {}


def temporal_window_mask(frames, tokens, k):
    total = frames * tokens
    if (total, k) not in seen:
        when = torch.arange(total) // tokens
        gap = when.unsqueeze(1) - when.unsqueeze(0)
        seen[total, k] = (gap >= 0) & (gap <= k)
    return seen[total, k]
