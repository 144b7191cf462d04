# problem: layer-norm

import torch
from torch import nn


def normalise(x, weight, bias, eps):
    mu = x.mean(-1, keepdim=True)
    var = x.var(-1, keepdim=True, unbiased=False)
    return (x - mu) / torch.sqrt(var + eps) * weight + bias


class Norm(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.g = nn.Parameter(torch.ones(1, 1, c))
        self.b = nn.Parameter(torch.zeros(1, 1, c))

    def forward(self, x):
        return normalise(x, self.g, self.b, 1e-5)
