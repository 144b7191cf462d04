# problem: multi-head-attention
# expect: fail
import torch
import torch.nn as nn


class Attention(nn.Module):
    def __init__(self, cfg):
        super().__init__()
        assert cfg["emb_dim"] % cfg["n_heads"] == 0
        self.heads = cfg["n_heads"]
        self.head_dim = cfg["emb_dim"] // cfg["n_heads"]
        self.qkv = nn.Linear(cfg["emb_dim"], 3 * cfg["emb_dim"], dtype=cfg["dtype"], device=cfg["device"])
        self.out = nn.Linear(cfg["emb_dim"], cfg["emb_dim"], dtype=cfg["dtype"], device=cfg["device"])

    def forward(self, x, mask=None):
        B, T, D = x.shape
        q, k, v = self.qkv(x).view(B, T, 3, self.heads, self.head_dim).permute(2, 0, 3, 1, 4)
        s = q @ k.transpose(-1, -2) / self.head_dim
        if mask is not None:
            s = s.masked_fill(mask == 0, float("-inf"))
        return self.out((s.softmax(-1) @ v).transpose(1, 2).reshape(B, T, D))
