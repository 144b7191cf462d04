import torch
def flash_attention(q, k, v, block=16, causal=False):
    T, S = q.shape[-2], k.shape[-2]
    def scores(j):
        s = q @ k[..., j:j+block, :].mT / q.shape[-1] ** 0.5
        if causal:
            s = s.masked_fill(torch.arange(j, min(j + block, S)) > torch.arange(T)[:, None] + (S - T), -torch.inf)
        return s
    starts = range(0, S, block)
    m = torch.stack([scores(j).amax(-1) for j in starts]).amax(0)[..., None]
    num = 0; den = 0
    for j in starts:
        e = (scores(j) - m).exp()
        num = num + e @ v[..., j:j+block, :]; den = den + e.sum(-1, keepdim=True)
    return num / den
