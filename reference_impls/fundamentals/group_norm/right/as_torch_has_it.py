import torch
from torch import nn


class GroupNormalization(nn.Module):
    def __init__(self, num_groups, weight, bias, eps):
        super().__init__()
        self.num_groups, self.weight, self.bias, self.eps = num_groups, weight, bias, eps

    def forward(self, input):
        n, c = input.shape[0], input.shape[1]
        var, mean = torch.var_mean(input.reshape(n, self.num_groups, -1), dim=2, unbiased=False)
        rstd = torch.rsqrt(var + self.eps)
        per_group = c // self.num_groups
        scale = rstd.repeat_interleave(per_group, dim=1) * self.weight
        shift = self.bias - mean.repeat_interleave(per_group, dim=1) * scale
        return input * scale.view(n, c, 1, 1) + shift.view(n, c, 1, 1)


def group_norm(x, groups, gamma, beta, eps=1e-5):
    return GroupNormalization(groups, gamma, beta, eps)(x)
