import torch
import torch.nn.functional as F
from torch import nn
from torch.func import vmap


class MultiHeadAttention(nn.Module):
    def __init__(self, d_model, n_heads):
        if d_model % n_heads:
            raise ValueError("d_model muss durch n_heads teilbar sein")
        super().__init__()
        self.d_model, self.n_heads = d_model, n_heads
        self.qkv = nn.Linear(d_model, 3 * d_model)
        self.out = nn.Linear(d_model, d_model)

    def forward(self, x, mask=None):
        B, T, D = x.shape
        H, d = self.n_heads, D // self.n_heads
        # Zeilen der Matrix: (3, H, d); je Kopf ein Stapel aus q, k und v
        W = self.qkv.weight.view(3, H, d, D).transpose(0, 1)
        b = self.qkv.bias.view(3, H, d).transpose(0, 1)
        if mask is None:
            mask = torch.ones((), dtype=torch.bool, device=x.device)
        erlaubt = (mask != 0).expand(B, H, T, T).movedim(1, 0)

        def kopf(w, c, darf):
            q, k, v = (F.linear(x, w[i], c[i]) for i in range(3))
            punkte = torch.matmul(q, k.transpose(1, 2)) / d**0.5
            punkte = torch.where(darf, punkte, -torch.inf)
            return torch.softmax(punkte, -1) @ v

        y = vmap(kopf)(W, b, erlaubt)  # (H, B, T, d)
        return self.out(y.permute(1, 2, 0, 3).reshape(B, T, D))
