# slip: none
import torch


def flash_attention(q, k, v, block=16, causal=False):
    T, S, d = q.shape[-2], k.shape[-2], q.shape[-1]
    q = q / d**0.5
    out, lse = (
        torch.zeros(*q.shape[:-1], v.shape[-1], dtype=q.dtype),
        torch.full(q.shape[:-1], -torch.inf, dtype=q.dtype),
    )
    pos = torch.arange(T) + S - T
    for a in range(0, S, block):
        kb, vb = k[..., a : a + block, :], v[..., a : a + block, :]
        s = q @ kb.mT
        if causal:
            s = s.masked_fill(torch.arange(a, a + kb.shape[-2]) > pos[:, None], -torch.inf)
        m = s.amax(-1)
        safe = m.masked_fill(m == -torch.inf, 0.0)
        p = (s - safe[..., None]).exp()
        tot = p.sum(-1)
        blk = safe + tot.clamp_min(1e-37).log().masked_fill(tot == 0, -torch.inf)
        new = torch.logaddexp(lse, blk)
        out = out * (lse - new).exp()[..., None] + (p @ vb) * (safe - new).exp()[..., None]
        lse = new
    return out
