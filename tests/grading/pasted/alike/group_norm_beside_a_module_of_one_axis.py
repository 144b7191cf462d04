# problem: group-norm
# expect: fail
# says: broadcasts

import torch
from torch import nn


def normalize_groups(x, scale, shift, num_groups, eps):
    n, c, h, w = x.shape
    grouped = x.reshape(n, num_groups, c // num_groups, h, w)
    mu = grouped.mean(dim=(2, 3, 4), keepdim=True)
    var = ((grouped - mu) ** 2).mean(dim=(2, 3, 4), keepdim=True)
    normed = ((grouped - mu) / torch.sqrt(var + eps)).reshape(n, c, h, w)
    return normed * scale + shift


class Grouped(nn.Module):
    def __init__(self, channels):
        super().__init__()
        size = (channels,)
        self.scale = nn.Parameter(torch.ones(size))
        self.shift = nn.Parameter(torch.zeros(size))

    def forward(self, x, num_groups):
        return normalize_groups(x, self.scale, self.shift, num_groups, eps=1e-5)
