# problem: rope-1d
# expect: fail
import torch
from torch import nn


class Rotary(nn.Module):
    def __init__(self, dim, max_seq_len=4096, base=10_000):
        super().__init__()
        self.dim, self.base = dim, base
        rates = base ** (-torch.arange(0, dim, 2).float() / dim)
        angles = torch.outer(torch.arange(max_seq_len).float(), rates)
        self.register_buffer("table", torch.stack((angles.cos(), angles.sin()), dim=-1), persistent=False)

    def forward(self, x, *, input_pos=None):
        """
        Args:
            x (torch.Tensor): what is turned, a tensor with shape
                [b, n_h, s, h_d]
            input_pos: where each token stands
        """
        count = x.size(1)
        table = self.table[:count] if input_pos is None else self.table[input_pos]
        pairs = x.float().reshape(*x.shape[:-1], -1, 2)
        table = table.view(-1, count, 1, pairs.size(3), 2)
        cos, sin = table[..., 0], table[..., 1]
        even, odd = pairs[..., 0], pairs[..., 1]
        turned = torch.stack((even * cos - odd * sin, odd * cos + even * sin), dim=-1)
        return turned.flatten(3).type_as(x)
