# problem: sliding-window-attention
# expect: fail
# not: tokens before heads
import torch, math
def local_attention(q, k, v, window):
    """q, k: (B, H, T, d), v: (B, H, T, e); returns (B, H, T, e)."""
    B, H, T, d = q.shape
    q, k, v = q.transpose(1, 2), k.transpose(1, 2), v.transpose(1, 2)
    scores = torch.matmul(q, k.transpose(-2, -1)) / math.sqrt(d)
    n = scores.shape[-1]
    i = torch.arange(n)[:, None]; j = torch.arange(n)[None]
    keep = (j <= i) & (j > i - window)
    scores = scores.masked_fill(~keep, float("-inf"))
    out = scores.softmax(-1) @ v
    return out.transpose(1, 2)
