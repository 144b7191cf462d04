# problem: sliding-window-attention
# expect: fail
# says: hide the future
import torch
from torch import nn


class WindowedAttention(nn.Module):
    def __init__(self, window_size, causal=False):
        super().__init__()
        self.window_size = window_size
        self.causal = causal

    def forward(self, q, k, v):
        scores = torch.matmul(q, k.transpose(-1, -2)) / q.shape[-1] ** 0.5
        at = torch.arange(q.shape[-2], device=q.device)
        behind = at.unsqueeze(1) - at.unsqueeze(0)
        seen = behind.abs() < self.window_size
        if self.causal:
            scores = scores + 0
        return torch.matmul(scores.masked_fill(~seen, float("-inf")).softmax(dim=-1), v)
