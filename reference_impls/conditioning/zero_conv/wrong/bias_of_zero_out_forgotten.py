# slip: bias-of-zero-out-not-zero
import copy
import torch
from torch import nn

class ControlBranch(nn.Module):
    def __init__(self, block, channels):
        super().__init__()
        self.copy = copy.deepcopy(block).requires_grad_(True)
        self.block = block.requires_grad_(False)
        self.zero_in = nn.Conv2d(channels, channels, 1)
        self.zero_out = nn.Conv2d(channels, channels, 1)
        nn.init.zeros_(self.zero_in.bias)
        for conv in (self.zero_in, self.zero_out):
            nn.init.zeros_(conv.weight)

    def forward(self, x, c):
        return self.block(x) + self.zero_out(self.copy(x + self.zero_in(c)))
