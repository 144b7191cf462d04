import torch
from torch import nn


class RMS(nn.Module):
    def __init__(self, weight, eps):
        super().__init__()
        self.gain = weight
        self.eps = eps

    def _norm(self, x):
        return x * torch.reciprocal(torch.sqrt(torch.mean(x * x, -1, True) + self.eps))

    def forward(self, x):
        return self._norm(x) * self.gain


def rms_norm(x, weight, eps=1e-6):
    return RMS(weight, eps)(x)
