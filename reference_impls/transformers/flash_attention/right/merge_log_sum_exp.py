import torch


def flash_attention(q, k, v, block=16, causal=False):
    # combine blocks with their own normalised output and log-sum-exp, computed by hand
    T, S = q.size(-2), k.size(-2)
    out, lse = None, None
    for j in range(0, S, block):
        kb, vb = k[..., j : j + block, :], v[..., j : j + block, :]
        s = q.matmul(kb.transpose(-1, -2)) / q.size(-1) ** 0.5
        if causal:
            qi = torch.arange(T).view(-1, 1) + (S - T)
            kj = torch.arange(j, j + kb.size(-2)).view(1, -1)
            s = s.masked_fill(kj > qi, -1e9)
        m = s.amax(-1, keepdim=True)
        p = torch.exp(s - m)
        z = p.sum(-1, keepdim=True)
        ob, lb = p @ vb / z, m + torch.log(z)
        if out is None:
            out, lse = ob, lb
        else:
            new = torch.logaddexp(lse, lb)
            out = out * torch.exp(lse - new) + ob * torch.exp(lb - new)
            lse = new
    return out
