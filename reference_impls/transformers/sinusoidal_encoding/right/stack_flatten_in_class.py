import torch
from torch import nn


class PositionalEncoding(nn.Module):
    def __init__(self, length, d, base):
        super().__init__()
        inv = torch.reciprocal(torch.pow(torch.tensor(base), torch.arange(0, d, 2, dtype=torch.float32) / d))
        a = torch.einsum("p,i->pi", torch.arange(length, dtype=torch.float32), inv)
        self.register_buffer("table", torch.stack([a.sin(), a.cos()], dim=2).view(length, d))

    def forward(self):
        return self.table


def sinusoidal_encoding(length, d, base=10000.0):
    return PositionalEncoding(length, d, base)()
