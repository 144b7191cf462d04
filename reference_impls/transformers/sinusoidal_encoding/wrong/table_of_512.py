# slip: table-of-512
import torch
from torch import nn


class PositionalTable(nn.Module):
    def __init__(self, width, base, max_len=512):
        super().__init__()
        theta = torch.arange(max_len)[:, None] * torch.pow(base, -torch.arange(0, width, 2) / width)
        self.register_buffer("pe", torch.stack((theta.sin(), theta.cos()), -1).flatten(1))

    def forward(self, n):
        return self.pe[:n]


def sinusoidal_encoding(length, d, base=10000.0):
    return PositionalTable(d, base)(length)
