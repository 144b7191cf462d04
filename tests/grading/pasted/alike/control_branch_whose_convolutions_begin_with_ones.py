# problem: zero-conv
# expect: fail
# says: sets neither of the two convolutions to zero
# not: random
from copy import deepcopy

from torch import nn


def one_by_one(channels):
    layer = nn.Conv2d(channels, channels, kernel_size=1)
    nn.init.ones_(layer.weight)
    nn.init.ones_(layer.bias)
    return layer


class ControlBranch(nn.Module):
    def __init__(self, block, channels):
        super().__init__()
        self.trained = deepcopy(block).requires_grad_(True)
        self.block = block.requires_grad_(False)
        self.zero_in, self.zero_out = one_by_one(channels), one_by_one(channels)

    def forward(self, x, c):
        return self.block(x) + self.zero_out(self.trained(x + self.zero_in(c)))
