# slip: none
import torch


def flash_attention(q, k, v, block=16, causal=False):
    """Sums exponentials over the tiles; overflows for large scores."""
    T, S, d = q.shape[-2], k.shape[-2], q.shape[-1]
    l, acc = 0, 0
    for j in range(0, S, block):
        e = (q @ k[..., j : j + block, :].mT / d**0.5).exp()
        if causal:
            e = e * (torch.arange(j, min(j + block, S)) <= torch.arange(S - T, S)[:, None])
        l = l + e.sum(-1, keepdim=True)
        acc = acc + e @ v[..., j : j + block, :]
    return acc / l
