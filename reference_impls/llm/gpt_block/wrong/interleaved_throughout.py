# slip: heads-interleaved-throughout
import torch, torch.nn as nn
class A(nn.Module):
    def __init__(s, d, h):
        super().__init__(); s.h = h; s.qkv = nn.Linear(d, 3 * d); s.out = nn.Linear(d, d)
    def forward(s, x, mask):
        B, T, D = x.shape
        q, k, v = (z.view(B, T, -1, s.h).permute(0, 3, 1, 2) for z in s.qkv(x).chunk(3, -1))
        a = (q @ k.mT / q.shape[-1] ** .5).masked_fill(mask == 0, -torch.inf).softmax(-1)
        return s.out((a @ v).permute(0, 2, 3, 1).reshape(B, T, D))
class GPTBlock(nn.Module):
    def __init__(s, d, h):
        super().__init__(); s.ln1 = nn.LayerNorm(d); s.ln2 = nn.LayerNorm(d); s.attn = A(d, h)
        s.ffn = nn.Sequential(nn.Linear(d, 4 * d), nn.GELU(), nn.Linear(4 * d, d))
    def forward(s, x, mask):
        x = x + s.attn(s.ln1(x), mask)
        return x + s.ffn(s.ln2(x))
