from torch import nn


import copy


class ControlBranch(nn.Module):
    def __init__(self, block, channels):
        super().__init__()
        twin = copy.deepcopy(block)
        twin.load_state_dict(block.state_dict())
        self.parts = nn.ModuleDict({"fixed": block.requires_grad_(False), "twin": twin.requires_grad_(True)})
        self.zero_in, self.zero_out = nn.Conv2d(channels, channels, 1), nn.Conv2d(channels, channels, 1)
        for p in [*self.zero_in.parameters(), *self.zero_out.parameters()]:
            nn.init.zeros_(p)

    def forward(self, x, c):
        return self.parts["fixed"](x) + self.zero_out(self.parts["twin"](self.zero_in(c) + x))
