from torch import nn


from copy import deepcopy


def zero_module(module):
    for p in module.parameters():
        p.detach().zero_()
    return module


class ControlBranch(nn.Module):
    def __init__(self, block, channels):
        super().__init__()
        self.locked = block
        self.control = deepcopy(block)
        for p in self.control.parameters():
            p.requires_grad = True
        for p in self.locked.parameters():
            p.requires_grad = False
        self.zero_in = zero_module(nn.Conv2d(channels, channels, 1, padding=0))
        self.zero_out = zero_module(nn.Conv2d(channels, channels, 1, padding=0))

    def forward(self, x, c):
        h = self.control(x + self.zero_in(c))
        return self.locked(x) + self.zero_out(h)
