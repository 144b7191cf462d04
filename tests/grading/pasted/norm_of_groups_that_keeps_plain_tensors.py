# problem: group-norm
# expect: invalid
# says: GroupNorm keeps gain and shift as plain tensors: make them an nn.Parameter each.
# not: takes only
import torch
from torch import nn


class GroupNorm(nn.Module):
    def __init__(self, groups, channels, eps=1e-5):
        super().__init__()
        self.groups, self.eps = groups, eps
        self.gain, self.shift = torch.ones(channels, 1, 1), torch.zeros(channels, 1, 1)

    def forward(self, x):
        rows = x.reshape(len(x), self.groups, -1)
        centered = rows - rows.mean(-1, keepdim=True)
        rows = centered / (centered.square().mean(-1, keepdim=True) + self.eps).sqrt()
        return rows.reshape(x.shape) * self.gain + self.shift
