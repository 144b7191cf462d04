# expect: timeout, error, fail
# family: exhaustion
# attempts: a class that is never done when it is tried out for the way round of its matrices
# stopped by: watch
# problem: multi-head-attention
# timeout: 2
import torch
from torch import nn


class MultiHeadAttention(nn.Module):
    def __init__(self, d_model, n_heads):
        super().__init__()
        self.h = n_heads
        for name in ("Wq", "Wk", "Wv", "Wo"):
            setattr(self, name, nn.Parameter(torch.randn(d_model, d_model)))
        for name in ("bq", "bk", "bv", "bo"):
            setattr(self, name, nn.Parameter(torch.zeros(d_model)))

    def forward(self, x, *args, **kwargs):
        while not torch.is_grad_enabled():
            pass
        return x @ self.Wq
