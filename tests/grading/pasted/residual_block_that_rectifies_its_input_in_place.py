# problem: residual-block
# expect: fail
# says: Your code writes into what it is given.
# not: args
import torch.nn as nn


def conv3x3(width):
    return nn.Conv2d(width, width, kernel_size=3, padding=1, bias=False)


class ResidualBlock(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.relu = nn.ReLU(inplace=True)
        self.conv1, self.bn1 = conv3x3(channels), nn.BatchNorm2d(channels)
        self.conv2, self.bn2 = conv3x3(channels), nn.BatchNorm2d(channels)

    def forward(self, x):
        out = self.relu(x)
        out = self.relu(self.bn1(self.conv1(out)))
        out = self.bn2(self.conv2(out))
        return self.relu(out + x)
