# slip: biases-not-zero
from torch import nn


import copy


class ControlBranch(nn.Module):
    def __init__(self, block, channels):
        super().__init__()
        self.copy = copy.deepcopy(block).requires_grad_()
        self.block = block.requires_grad_(False)
        self.zero_in, self.zero_out = nn.Conv2d(channels, channels, 1), nn.Conv2d(channels, channels, 1)
        nn.init.zeros_(self.zero_in.weight)
        nn.init.zeros_(self.zero_out.weight)

    def forward(self, x, c):
        return self.block(x) + self.zero_out(self.copy(x + self.zero_in(c)))
