# problem: multi-head-attention
# not: your attention_mask is 0 where
import math
import torch
from torch import nn

class SelfAttention(nn.Module):
    def __init__(self, config):
        super().__init__()
        if config.hidden_size % config.num_attention_heads:
            raise ValueError("heads do not divide the width")
        self.h, self.d = config.num_attention_heads, config.hidden_size // config.num_attention_heads
        self.query = nn.Linear(config.hidden_size, config.hidden_size)
        self.key = nn.Linear(config.hidden_size, config.hidden_size)
        self.value = nn.Linear(config.hidden_size, config.hidden_size)
        self.dense = nn.Linear(config.hidden_size, config.hidden_size)

    def split(self, x):
        return x.view(x.size()[:-1] + (self.h, self.d)).transpose(1, 2)

    def forward(self, hidden_states, attention_mask=None):
        q, k, v = self.split(self.query(hidden_states)), self.split(self.key(hidden_states)), self.split(self.value(hidden_states))
        scores = q @ k.transpose(-1, -2) / math.sqrt(self.d)
        if attention_mask is not None:
            attention_mask = (1.0 - attention_mask.to(scores.dtype)) * torch.finfo(scores.dtype).min
            scores = scores + attention_mask
        y = (scores.softmax(-1) @ v).transpose(1, 2).contiguous()
        y = y.view(y.size()[:-2] + (self.h * self.d,))
        return self.dense(y)
