# slip: output-heads-reordered
import torch


def grouped_query_attention(q, k, v, causal=False):
    b, hq, t, d = q.shape
    hkv, s = k.shape[1], k.shape[2]
    q = q.reshape(b, hkv, hq // hkv, t, d)
    a = torch.einsum("bkgtd,bksd->bgkts", q, k) / d**0.5
    if causal:
        a = a.masked_fill(~torch.ones(t, s, dtype=torch.bool).tril(s - t), float("-inf"))
    y = torch.einsum("bgkts,bksv->bgktv", a.softmax(-1), v)
    return y.reshape(b, hq, t, v.shape[-1])
