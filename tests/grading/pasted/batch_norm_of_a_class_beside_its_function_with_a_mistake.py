# problem: batch-norm
# expect: fail
# says: biased
import torch
from torch import nn


def normalized(x, gamma, beta, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    if not training:
        return gamma * (x - running_mean) / torch.sqrt(running_var + eps) + beta, running_mean, running_var
    mean = x.mean(dim=(0, 2, 3), keepdim=True)
    square = (x - mean).square().mean(dim=(0, 2, 3), keepdim=True)
    count = x.numel() // x.shape[1]
    new_mean = (1 - momentum) * running_mean + momentum * mean
    new_var = (1 - momentum) * running_var + momentum * square
    return gamma * (x - mean) / torch.sqrt(square + eps) + beta, new_mean, new_var


class BatchNorm(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.gamma = nn.Parameter(torch.ones(1, channels, 1, 1))
        self.beta = nn.Parameter(torch.zeros(1, channels, 1, 1))
        self.running_mean = torch.zeros(1, channels, 1, 1)
        self.running_var = torch.ones(1, channels, 1, 1)

    def forward(self, x):
        y, self.running_mean, self.running_var = normalized(
            x, self.gamma, self.beta, self.running_mean, self.running_var, self.training
        )
        return y
