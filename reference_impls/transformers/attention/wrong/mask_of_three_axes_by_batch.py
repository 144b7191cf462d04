# slip: none
# a 3-D mask is taken as (B, T, S) and gets a head axis, but by broadcasting to (B, H, T, S) it is (H, T, S)
import math

import torch


def attention(q, k, v, mask=None):
    """Wrong for B = H = 2 and a mask of shape (2, T, S) whose two slices differ (one mask a head): it is applied per batch entry.
    Right for masks of 2 and 4 axes, and for (1, T, S)."""
    out_dtype = q.dtype
    if q.dtype in (torch.float16, torch.bfloat16):
        q, k, v = q.float(), k.float(), v.float()
    scores = q @ k.mT / math.sqrt(q.shape[-1])
    if mask is not None:
        if mask.dim() == 3:
            mask = mask.unsqueeze(1)
        scores = scores.masked_fill(mask == 0, -torch.inf)
    weights = torch.softmax(scores, -1)
    return (weights @ v).to(out_dtype), weights.to(out_dtype)
