# problem: gpt-block
# expect: invalid
# says: Your code also needs config, which the problem doesn't give: it gives d and h
from dataclasses import dataclass

from torch import nn


@dataclass
class Settings:
    width: int
    depth: int
    heads: int


class Block(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.layers = nn.ModuleList(nn.Linear(config.width, config.width) for _ in range(config.depth))

    def forward(self, x):
        for layer in self.layers:
            x = x + layer(x).relu()
        return x
