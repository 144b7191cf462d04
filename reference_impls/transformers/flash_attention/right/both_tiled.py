import math

import torch


def flash_attention(q, k, v, block=16, causal=False):
    T, S, d = q.size(-2), k.size(-2), q.size(-1)
    scale = 1 / math.sqrt(d)
    tiles = []
    for q_tile, rows in zip(q.split(block, dim=-2), torch.arange(T).split(block)):
        acc, denom, best = 0.0, 0.0, torch.full(q_tile.shape[:-1], float("-inf"), dtype=q.dtype)
        for k_tile, v_tile, cols in zip(k.split(block, -2), v.split(block, -2), torch.arange(S).split(block)):
            if causal and cols[0] > rows[-1] + S - T:
                break
            s = torch.einsum("bhid,bhjd->bhij", q_tile, k_tile) * scale
            if causal:
                s = torch.where(cols[None, :] <= rows[:, None] + S - T, s, torch.tensor(-torch.inf, dtype=s.dtype))
            new = torch.maximum(best, s.max(-1).values)
            w = torch.exp(s - new[..., None])
            shrink = torch.exp(best - new)
            denom = denom * shrink + w.sum(-1)
            acc = acc * shrink[..., None] + w @ v_tile
            best = new
        tiles.append(acc / denom[..., None])
    return torch.cat(tiles, dim=-2)
