# slip: copy-reinitialized
import copy
import torch.nn as nn

def reset(m):
    if hasattr(m, "reset_parameters"):
        m.reset_parameters()

class ControlBranch(nn.Module):
    def __init__(self, block, channels):
        super().__init__()
        self.block = block
        self.branch = copy.deepcopy(block)
        self.branch.apply(reset)
        for p in self.block.parameters():
            p.requires_grad_(False)
        for p in self.branch.parameters():
            p.requires_grad_(True)
        self.zero_in, self.zero_out = (nn.Conv2d(channels, channels, 1) for _ in "io")
        for z in (self.zero_in, self.zero_out):
            nn.init.zeros_(z.weight), nn.init.zeros_(z.bias)

    def forward(self, x, c):
        return self.zero_out(self.branch(self.zero_in(c) + x)) + self.block(x)
