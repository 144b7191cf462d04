# problem: mixture-of-experts
# expect: fail
# says: a batch of one
import torch
from torch import nn


class SparseLayer(nn.Module):
    def __init__(self, dim, hidden, num_experts=8, top_k=2):
        super().__init__()
        blocks = [nn.Sequential(nn.Linear(dim, hidden), nn.SiLU(), nn.Linear(hidden, dim)) for _ in range(num_experts)]
        self.experts = nn.ModuleList(blocks)
        self.gate = nn.Linear(dim, num_experts, bias=False)
        self.top_k = top_k

    def forward(self, x):
        probs = self.gate(x).softmax(-1)  # (batch, tokens, experts)
        best, which = probs.topk(self.top_k, dim=-1)
        y = torch.zeros_like(x)
        for slot in range(self.top_k):
            for number, expert in enumerate(self.experts):
                chosen = which[:, :, slot] == number
                if chosen.any():
                    y[chosen] += best[:, :, slot][chosen].unsqueeze(-1) * expert(x[chosen])
        return y
