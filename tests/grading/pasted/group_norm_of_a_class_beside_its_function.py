# problem: group-norm
# says: grouped is graded as group_norm
import torch
from torch import nn


def grouped(x, gamma, beta, num_groups, eps=1e-5):
    batch, channels, height, width = x.shape
    parts = x.reshape(batch, num_groups, -1)
    centered = parts - parts.mean(dim=-1, keepdim=True)
    parts = centered / (centered.square().mean(dim=-1, keepdim=True) + eps).sqrt()
    return parts.reshape(x.shape) * gamma + beta


class GroupNorm(nn.Module):
    def __init__(self, channels, num_groups):
        super().__init__()
        self.num_groups = num_groups
        self.gamma = nn.Parameter(torch.ones(1, channels, 1, 1))
        self.beta = nn.Parameter(torch.zeros(1, channels, 1, 1))

    def forward(self, x):
        return grouped(x, self.gamma, self.beta, self.num_groups)
