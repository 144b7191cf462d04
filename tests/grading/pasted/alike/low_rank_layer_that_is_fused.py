# problem: lora-linear
# says: LoRA.fuse is graded as merge
import copy
import torch
from torch import nn


class LoRA(nn.Module):
    def __init__(self, original_layer, rank=8, alpha=16):
        super().__init__()
        self.original_layer = original_layer.requires_grad_(False)
        self.rank, self.alpha = rank, alpha
        self.down = nn.Linear(original_layer.in_features, rank, bias=False)
        self.up = nn.Linear(rank, original_layer.out_features, bias=False)
        nn.init.normal_(self.down.weight, std=1 / rank)
        nn.init.zeros_(self.up.weight)

    def forward(self, hidden_states):
        return self.original_layer(hidden_states) + self.alpha / self.rank * self.up(self.down(hidden_states))

    def fuse(self):
        fused = copy.deepcopy(self.original_layer)
        fused.weight.data += self.alpha / self.rank * (self.up.weight.data @ self.down.weight.data)
        return fused
