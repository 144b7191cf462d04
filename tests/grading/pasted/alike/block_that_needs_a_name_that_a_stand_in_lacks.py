# problem: residual-block
# expect: invalid
# says: needs timm, which is not installed here
# not: your code runs without it
import torch.nn as nn
from timm.layers import DropPath, to_2tuple


class PlainBlock(nn.Module):
    def __init__(self, width, kernel=3, drop_path=0.0):
        super().__init__()
        pad = tuple(one // 2 for one in to_2tuple(kernel))
        self.conv1, self.bn1 = nn.Conv2d(width, width, kernel, padding=pad, bias=False), nn.BatchNorm2d(width)
        self.conv2, self.bn2 = nn.Conv2d(width, width, kernel, padding=pad, bias=False), nn.BatchNorm2d(width)
        self.drop_path = DropPath(drop_path)

    def forward(self, x):
        inside = self.bn2(self.conv2(self.bn1(self.conv1(x)).relu()))
        return (x + self.drop_path(inside)).relu()
