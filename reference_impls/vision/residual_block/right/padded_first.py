import torch
from torch import nn


class ResidualBlock(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, 3, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, 3, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)

    def forward(self, x):
        pad = lambda t: nn.functional.pad(t, (1, 1, 1, 1))
        f = torch.clamp(self.bn1(self.conv1(pad(x))), min=0)
        return torch.clamp(self.bn2(self.conv2(pad(f))) + x, min=0)
