# problem: moe-capacity-dispatch
import torch
from torch import nn


class SlotRouter(nn.Module):
    def __init__(self, num_experts, expert_capacity):
        super().__init__()
        self.num_experts = num_experts
        self.expert_capacity = expert_capacity

    def forward(self, selected_experts):
        tokens, choices = selected_experts.shape
        used = [0] * self.num_experts
        slots = torch.full_like(selected_experts, -1)
        table = torch.full((self.num_experts, self.expert_capacity), -1, dtype=torch.long)
        for j in range(choices):
            for i in range(tokens):
                expert = int(selected_experts[i, j])
                if used[expert] < self.expert_capacity:
                    slots[i, j] = used[expert]
                    table[expert, used[expert]] = i
                    used[expert] += 1
        return slots, table
