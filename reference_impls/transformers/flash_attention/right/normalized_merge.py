import torch
def flash_attention(q, k, v, block=16, causal=False):
    T, S = q.shape[-2], k.shape[-2]
    out = lse = None
    for j in range(0, S, block):
        s = q @ k[..., j:j+block, :].mT / q.shape[-1] ** 0.5
        if causal: s = s.masked_fill(torch.arange(j, min(j + block, S)) > torch.arange(T)[:, None] + (S - T), -1e20)
        mx = s.amax(-1, keepdim=True); e = (s - mx).exp(); z = e.sum(-1, keepdim=True)
        o, L = e @ v[..., j:j+block, :] / z, mx + z.log()
        if out is None: out, lse = o, L
        else:
            n = torch.logaddexp(lse, L)
            out = out * (lse - n).exp() + o * (L - n).exp(); lse = n
    return out
