from collections import OrderedDict

import torch
from torch import nn


class ResidualBlock(nn.Sequential):
    """A Sequential of the four layers that is not called in sequence."""

    def __init__(self, channels):
        conv = lambda: nn.Conv2d(channels, channels, 3, padding=1, bias=False)
        super().__init__(OrderedDict(conv1=conv(), bn1=nn.BatchNorm2d(channels), conv2=conv(), bn2=nn.BatchNorm2d(channels)))

    def forward(self, x):
        y = x
        for name, layer in self.named_children():
            y = layer(y)
            if name == "bn1":
                y = torch.relu(y)
        return torch.relu(torch.add(x, y))
