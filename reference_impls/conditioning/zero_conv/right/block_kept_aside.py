import torch
from torch import nn


import copy


class ControlBranch(torch.nn.Module):
    def __init__(self, block, channels):
        super().__init__()
        for p in block.parameters():
            p.requires_grad_(False)
        self._frozen = [block]
        self.trainable = copy.deepcopy(block)
        self.trainable.requires_grad_()
        for name in ("zero_in", "zero_out"):
            conv = torch.nn.Conv2d(channels, channels, (1, 1))
            torch.nn.init.constant_(conv.weight, 0.0)
            torch.nn.init.constant_(conv.bias, 0.0)
            self.add_module(name, conv)

    def forward(self, x, c):
        return self._frozen[0](x) + self.zero_out(self.trainable(x + self.zero_in(c)))
