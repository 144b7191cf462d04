import torch


def flash_attention(q, k, v, block=16, causal=False):
    """Keeps the normalised output and the log of the denominator."""
    T, S = q.shape[2], k.shape[2]
    out = torch.zeros(*q.shape[:3], v.shape[3], dtype=q.dtype)
    lse = torch.full((*q.shape[:3], 1), -1e30, dtype=q.dtype)
    j = 0
    while j < S:
        end = min(j + block, S)
        s = q @ k[:, :, j:end].transpose(2, 3) * q.shape[3] ** -0.5
        if causal:
            hidden = torch.arange(j, end).unsqueeze(0) > torch.arange(S - T, S).unsqueeze(1)
            s = s.masked_fill(hidden, -1e30)
        top = s.max(dim=-1, keepdim=True).values
        p = (s - top).exp()
        tile_sum = p.sum(-1, keepdim=True)
        tile_lse = top + tile_sum.log()
        both = torch.maximum(lse, tile_lse)
        both = both + ((lse - both).exp() + (tile_lse - both).exp()).log()
        out = out * (lse - both).exp() + (p @ v[:, :, j:end]) / tile_sum * (tile_lse - both).exp()
        lse = both
        j = end
    return out
