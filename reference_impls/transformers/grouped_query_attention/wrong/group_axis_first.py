# slip: heads-tiled
import torch


def grouped_query_attention(q, k, v, causal=False):
    b, hq, t, d = q.shape
    hkv, s = k.shape[1], k.shape[2]
    q = q.view(b, hq // hkv, hkv, t, d)
    att = q @ k[:, None].mT / d**0.5
    if causal:
        att = att.masked_fill(torch.triu(torch.ones(t, s), s - t + 1).bool(), -1e9)
    return (att.softmax(-1) @ v[:, None]).reshape(b, hq, t, -1)
