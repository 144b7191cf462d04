# slip: mean-where-nothing-is-visible
import torch


def masked(q, k, v, mask):
    s = q @ k.T / q.shape[-1] ** 0.5
    s = s.masked_fill(~mask, -1e9)
    p = s.softmax(-1)
    return p @ v


def gated_sparse_attention(q, k, v, gates, block, top_k, window):
    T, d = q.shape
    nb = T // block
    kc = k.view(nb, block, d).mean(1) if k.is_contiguous() else k.reshape(nb, block, d).mean(1)
    vc = v.reshape(nb, block, d).mean(1)
    pos = torch.arange(T)
    ends = torch.arange(nb) * block + block - 1
    own = pos // block
    mc = ends[None] <= pos[:, None]
    oc = masked(q, kc, vc, mc)
    imp = q @ kc.T
    past = torch.arange(nb)[None] < own[:, None]
    imp = imp.masked_fill(~past, float("-inf"))
    kk = min(top_k, nb)
    top = imp.topk(kk, dim=-1).indices
    sel = torch.zeros(T, nb, dtype=torch.bool).scatter(1, top, True) & past
    sel = sel | (torch.arange(nb)[None] == own[:, None])
    causal = pos[None] <= pos[:, None]
    ms = sel.repeat_interleave(block, dim=1) & causal
    os_ = masked(q, k, v, ms)
    mw = causal & (pos[:, None] - pos[None] < window)
    ow = masked(q, k, v, mw)
    return gates[:, 0:1] * oc + gates[:, 1:2] * os_ + gates[:, 2:3] * ow
