# slip: triangle-over-folded-queries
import torch


def grouped_query_attention(q, k, v, causal=False):
    b, hq, t, d = q.shape
    hkv, s = k.shape[1:3]
    q = q.reshape(b, hkv, (hq // hkv) * t, d)
    att = torch.einsum("bhtd,bhsd->bhts", q, k) * d**-0.5
    if causal:
        rows = torch.arange(att.shape[2])[:, None] + s - t
        att = torch.where(torch.arange(s) <= rows, att, torch.tensor(-torch.inf, dtype=att.dtype))
    return torch.einsum("bhts,bhsv->bhtv", att.softmax(-1), v).reshape(b, hq, t, v.shape[-1])
