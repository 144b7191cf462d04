# slip: constant-bias
import torch
import torch.nn as nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        bound = in_features**-0.5
        self.weight = nn.Parameter((2 * torch.rand(out_features, in_features) - 1) * bound)
        self.bias = nn.Parameter(torch.ones(out_features) * bound / 10)

    def forward(self, x):
        return torch.einsum("...i,oi->...o", x, self.weight) + self.bias
