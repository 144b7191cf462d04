# problem: linear-layer
# expect: fail
# says: beyond 1/√in where inputs are many and outputs few
# not: Your code uses Xavier
import torch


class Linear(torch.nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = torch.nn.Parameter(0.6 * torch.rand(out_features, in_features) - 0.3)
        self.bias = torch.nn.Parameter(torch.zeros(out_features))

    def forward(self, x):
        return torch.einsum("...i,oi->...o", x, self.weight) + self.bias
