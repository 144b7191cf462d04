# slip: none
import torch


def flash_attention(q, k, v, block=16, causal=False):
    """Tiles the products, then puts them together again."""
    T, S, d = q.shape[-2], k.shape[-2], q.shape[-1]
    s = torch.cat([q @ k[..., j : j + block, :].mT / d**0.5 for j in range(0, S, block)], dim=-1)
    if causal:
        s = s.masked_fill(torch.arange(S) > torch.arange(S - T, S)[:, None], float("-inf"))
    e = (s - s.amax(-1, keepdim=True)).exp()
    return e @ v / e.sum(-1, keepdim=True)
