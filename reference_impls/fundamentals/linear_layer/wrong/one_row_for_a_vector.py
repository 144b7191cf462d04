# slip: vector-gets-an-axis
import torch
import torch.nn as nn

class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        s = 1.0 / in_features ** 0.5
        self.weight = nn.Parameter(torch.empty(out_features, in_features))
        self.bias = nn.Parameter(torch.empty(out_features))
        for p in (self.weight, self.bias):
            nn.init.uniform_(p, -s, s)

    def forward(self, x):
        lead = x.shape[:-1]
        flat = x.reshape(-1, x.shape[-1])
        y = torch.addmm(self.bias, flat, self.weight.t())
        return y.reshape(*(lead or (1,)), y.shape[-1])
