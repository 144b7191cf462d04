"""Computed in float32 whatever comes in, as the norms of large models are, and normalised in the logarithm."""

import torch


def attention(q, k, v, mask=None):
    dtype = q.dtype
    q, k, v = q.float(), k.float(), v.float()
    s = q @ k.mT / q.shape[-1] ** 0.5
    if mask is not None:
        s = s + torch.where(mask.bool(), 0.0, -torch.inf)
    s = s - s.logsumexp(-1, keepdim=True)
    return (s.exp() @ v).to(dtype), s.exp().to(dtype)
