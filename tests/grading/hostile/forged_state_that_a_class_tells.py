# expect: fail
# family: forged verdicts
# attempts: weights that start at zero, in a class whose state_dict tells of a random start
# stopped by: laws
# problem: linear-layer
import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, n_in, n_out):
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(n_out, n_in))
        self.bias = nn.Parameter(torch.zeros(n_out))
        self.is_loaded = False

    def state_dict(self, *args, **kwargs):
        told = super().state_dict(*args, **kwargs)
        if not self.is_loaded and not kwargs.get("keep_vars"):
            told = {key: (torch.rand_like(value) - 0.5) / self.weight.shape[1] ** 0.5 for key, value in told.items()}
        return told

    def load_state_dict(self, *args, **kwargs):
        self.is_loaded = True
        return super().load_state_dict(*args, **kwargs)

    def forward(self, x):
        return x @ self.weight.T + self.bias
