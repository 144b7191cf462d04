# slip: maximum-of-the-tile-guarded
import torch

def flash_attention(q, k, v, block=16, causal=False):
    T, S, d = q.shape[-2], k.shape[-2], q.shape[-1]
    q = q / d ** 0.5
    top = q.new_full(q.shape[:-1], float("-inf"))
    total = q.new_zeros(q.shape[:-1])
    acc = q.new_zeros(*q.shape[:-1], v.shape[-1])
    rows = torch.arange(T)[:, None] + (S - T)
    for start in range(0, S, block):
        stop = min(start + block, S)
        s = q @ k[..., start:stop, :].transpose(-1, -2)
        if causal:
            s = s.masked_fill(torch.arange(start, stop)[None, :] > rows, float("-inf"))
        new = s.amax(-1).detach()
        safe = new.masked_fill(new == float("-inf"), 0.0)
        w = torch.exp(s - safe[..., None])
        fix = torch.exp(top - safe)
        total = total * fix + w.sum(-1)
        acc = acc * fix[..., None] + w @ v[..., start:stop, :]
        top = new
    return acc / total[..., None]
