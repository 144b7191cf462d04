import torch
from torch import nn


class Alibi(nn.Module):
    def __init__(self, heads, length):
        super().__init__()
        ratio = 2 ** (-8 / heads)
        self.register_buffer("slopes", torch.cumprod(torch.full((heads,), ratio, dtype=torch.float64), 0))
        p = torch.arange(length)
        self.register_buffer("distance", (p.view(-1, 1) - p.view(1, -1)).double())

    def forward(self):
        bias = self.distance * -self.slopes.view(-1, 1, 1)
        return torch.where(self.distance >= 0, bias, torch.tensor(float("-inf"), dtype=bias.dtype)).float()


def alibi_bias(n_heads, length):
    return Alibi(n_heads, length)()
