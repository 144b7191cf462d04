# problem: lpips-distance
import torch
from torch import nn


class PerceptualDistance(nn.Module):
    def __init__(self, weights):
        super().__init__()
        self.lins = nn.ParameterList([nn.Parameter(w.view(1, -1, 1, 1)) for w in weights])

    def forward(self, outs0, outs1):
        total = 0
        for first, second, lin in zip(outs0, outs1, self.lins):
            length0, length1 = (torch.linalg.vector_norm(one, dim=1, keepdim=True) for one in (first, second))
            difference = first / (length0 + 1e-10) - second / (length1 + 1e-10)
            total = total + (difference.square() * lin).sum(1).mean((1, 2))
        return total
