import torch
from torch import nn


class Linear(torch.nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.register_parameter("weight", nn.Parameter(torch.empty(out_features, in_features)))
        self.register_parameter("bias", nn.Parameter(torch.empty(out_features)))
        k = in_features ** (-1 / 2)
        with torch.no_grad():
            self.weight.uniform_(-k, k)
            self.bias.uniform_(-k, k)

    def forward(self, x):
        return (x.unsqueeze(-2) * self.weight).sum(dim=-1) + self.bias
