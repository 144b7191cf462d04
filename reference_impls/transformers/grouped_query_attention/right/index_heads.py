import torch


def grouped_query_attention(q, k, v, causal=False):
    Hq, Hkv = q.shape[1], k.shape[1]
    idx = torch.arange(Hq, device=q.device) // (Hq // Hkv)
    k, v = k[:, idx], v[:, idx]
    logits = torch.einsum("bhtd,bhsd->bhts", q, k) / q.shape[-1] ** 0.5
    if causal:
        T, S = logits.shape[-2:]
        logits = logits + torch.triu(torch.full((T, S), float("-inf"), dtype=logits.dtype), diagonal=S - T + 1)
    w = torch.exp(logits - logits.amax(-1, keepdim=True))
    w = w / w.sum(-1, keepdim=True)
    return torch.einsum("bhts,bhsd->bhtd", w, v)
