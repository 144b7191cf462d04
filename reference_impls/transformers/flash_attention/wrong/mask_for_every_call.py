# slip: matrix-of-one-head
import torch


def flash_attention(q, k, v, block=16, causal=False):
    T, S, d = q.shape[2], k.shape[2], q.shape[3]
    mask = torch.ones(T, S, dtype=torch.bool)
    if causal:
        mask = torch.tril(mask, diagonal=S - T)
    num = torch.zeros(*q.shape[:3], v.shape[-1], dtype=q.dtype)
    den = torch.zeros(*q.shape[:3], 1, dtype=q.dtype)
    mx = torch.full_like(den, -torch.inf)
    i = 0
    while i < S:
        kb, vb, mb = k[:, :, i:i + block], v[:, :, i:i + block], mask[:, i:i + block]
        a = (q @ kb.transpose(-1, -2)) / d ** 0.5
        a = a.masked_fill(~mb, -torch.inf)
        nx = torch.maximum(mx, a.amax(-1, keepdim=True))
        f = torch.exp(mx - nx)
        a = torch.exp(a - nx)
        num, den, mx = num * f + a @ vb, den * f + a.sum(-1, keepdim=True), nx
        i += block
    return num / den
