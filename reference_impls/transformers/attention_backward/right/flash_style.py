import torch


def attention_backward(dout, q, k, v, causal=False):
    scale = q.shape[-1] ** -0.5
    T, S = q.shape[2], k.shape[2]
    s = torch.einsum("bhtd,bhsd->bhts", q, k) * scale
    if causal:
        rows = torch.arange(T).unsqueeze(1) + (S - T)
        s = s.masked_fill(torch.arange(S) > rows, float("-inf"))
    lse = torch.logsumexp(s, dim=-1, keepdim=True)
    p = torch.exp(s - lse)
    out = torch.einsum("bhts,bhse->bhte", p, v)
    delta = (dout * out).sum(-1, keepdim=True)
    ds = p * (torch.einsum("bhte,bhse->bhts", dout, v) - delta) * scale
    return torch.einsum("bhts,bhsd->bhtd", ds, k), torch.einsum("bhts,bhtd->bhsd", ds, q), torch.einsum("bhts,bhte->bhse", p, dout)
