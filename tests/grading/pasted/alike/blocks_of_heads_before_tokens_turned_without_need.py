# problem: flash-attention
# expect: fail
# not: tokens before heads
import torch
def tiled_attention(q, k, v, block=16, causal=False):
    # q, k, v are (batch, heads, seq, dim)
    batch, heads, seq, dim = q.shape
    q = q.permute(0, 2, 1, 3); k = k.permute(0, 2, 1, 3); v = v.permute(0, 2, 1, 3)
    T, S = q.shape[2], k.shape[2]
    m = q.new_full(q.shape[:-1] + (1,), float("-inf"))
    l = torch.zeros_like(m)
    acc = q.new_zeros(q.shape[:-1] + (v.shape[-1],))
    for s in range(0, S, block):
        kb, vb = k[:, :, s:s + block], v[:, :, s:s + block]
        sc = q @ kb.transpose(-2, -1) * dim ** -0.5
        if causal:
            i = torch.arange(T)[:, None] + S - T
            j = torch.arange(s, min(s + block, S))[None]
            sc = sc.masked_fill(j > i, float("-inf"))
        mn = torch.maximum(m, sc.amax(-1, keepdim=True))
        safe = mn.masked_fill(mn == float("-inf"), 0)
        p = torch.exp(sc - safe)
        a = torch.exp(m - safe)
        l = l * a + p.sum(-1, keepdim=True)
        acc = acc * a + p @ vb
        m = mn
    return (acc / l).permute(0, 2, 1, 3)
