# problem: multi-head-attention
# expect: fail
# not: your attention_mask is 0 where
import math
import torch
from torch import nn

class Attention(nn.Module):
    """hidden_states (B, T, D); attention_mask holds 1 for tokens that may be seen and 0 for padding."""
    def __init__(self, config):
        super().__init__()
        assert config.hidden_size % config.num_attention_heads == 0
        self.n = config.num_attention_heads
        self.q = nn.Linear(config.hidden_size, config.hidden_size)
        self.k = nn.Linear(config.hidden_size, config.hidden_size)
        self.v = nn.Linear(config.hidden_size, config.hidden_size)
        self.o = nn.Linear(config.hidden_size, config.hidden_size)

    def forward(self, hidden_states, attention_mask=None):
        B, T, D = hidden_states.shape
        q, k, v = (f(hidden_states).view(B, T, self.n, -1).transpose(1, 2) for f in (self.q, self.k, self.v))
        scores = q @ k.transpose(-2, -1) / math.sqrt(D // self.n)
        if attention_mask is not None:
            scores = scores + attention_mask
        y = scores.softmax(-1) @ v
        return self.o(y.transpose(1, 2).reshape(B, T, D))
