# problem: joint-attention
import torch
from torch import nn


class TwoStreamAttention(nn.Module):
    def __init__(self, dim, heads=8):
        super().__init__()
        self.heads = heads
        self.add_q_proj = nn.Linear(dim, dim, bias=False)
        self.add_k_proj = nn.Linear(dim, dim, bias=False)
        self.add_v_proj = nn.Linear(dim, dim, bias=False)
        self.to_v = nn.Linear(dim, dim, bias=False)
        self.to_k = nn.Linear(dim, dim, bias=False)
        self.to_q = nn.Linear(dim, dim, bias=False)

    def apart(self, tokens):
        return tokens.unflatten(-1, (self.heads, -1)).transpose(1, 2)

    def forward(self, hidden_states, encoder_hidden_states):
        count = hidden_states.shape[1]
        query = torch.cat([self.to_q(hidden_states), self.add_q_proj(encoder_hidden_states)], dim=1)
        key = torch.cat([self.to_k(hidden_states), self.add_k_proj(encoder_hidden_states)], dim=1)
        value = torch.cat([self.to_v(hidden_states), self.add_v_proj(encoder_hidden_states)], dim=1)
        query, key, value = self.apart(query), self.apart(key), self.apart(value)
        weights = (query @ key.mT / query.shape[-1] ** 0.5).softmax(-1)
        out = (weights @ value).transpose(1, 2).flatten(-2)
        return out[:, :count], out[:, count:]
