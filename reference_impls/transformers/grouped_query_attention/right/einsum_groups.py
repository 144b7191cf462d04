import torch


def grouped_query_attention(q, k, v, causal=False):
    b, hq, t, d = q.shape
    hkv, s = k.shape[1], k.shape[2]
    q = q.reshape(b, hkv, hq // hkv, t, d)
    logits = torch.einsum("bkgtd,bksd->bkgts", q, k) * d**-0.5
    if causal:
        hidden = torch.ones(t, s, dtype=torch.bool).triu(s - t + 1)
        logits = logits.masked_fill(hidden, -1e9)
    out = torch.einsum("bkgts,bksv->bkgtv", torch.softmax(logits, dim=-1), v)
    return out.reshape(b, hq, t, v.shape[-1])
