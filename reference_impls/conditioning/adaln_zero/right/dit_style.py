import torch
import torch.nn as nn


def modulate(x, shift, scale):
    return x * (1 + scale.unsqueeze(1)) + shift.unsqueeze(1)


class AdaLNZeroBlock(nn.Module):
    def __init__(self, dim, cond_dim, inner):
        super().__init__()
        self.norm = nn.LayerNorm(dim, elementwise_affine=False, eps=1e-6)
        self.attn = inner
        self.mod = nn.Linear(cond_dim, 3 * dim, bias=True)
        self.initialize_weights()

    def initialize_weights(self):
        nn.init.constant_(self.mod.weight, 0)
        nn.init.constant_(self.mod.bias, 0)

    def forward(self, x, c):
        shift_msa, scale_msa, gate_msa = self.mod(c).chunk(3, dim=1)
        return x + gate_msa.unsqueeze(1) * self.attn(modulate(self.norm(x), shift_msa, scale_msa))
