import torch
def flash_attention(q, k, v, block=16, causal=False):
    T, S, d = q.shape[-2], k.shape[-2], q.shape[-1]
    m = q.new_full((*q.shape[:-1], 1), -1e30); l = q.new_zeros(m.shape); o = q.new_zeros((*q.shape[:-1], v.shape[-1]))
    start = 0
    while start < S:
        end = min(S, start + block)
        s = (q * d ** -0.5) @ k[..., start:end, :].transpose(-1, -2)
        if causal:
            ok = torch.arange(start, end) <= (torch.arange(T) + S - T).unsqueeze(1)
            s = torch.where(ok, s, torch.full_like(s, -1e30))
        new = torch.max(m, s.amax(-1, True))
        w = torch.exp(s - new)
        if causal: w = w * ok
        r = torch.exp(m - new)
        o = o * r + w @ v[..., start:end, :]; l = l * r + w.sum(-1, True); m = new
        start = end
    return o.div(l)
