# slip: dilated
from torch import nn
from torch.nn import functional as F


class ResidualBlock(nn.Module):
    def __init__(self, width):
        super().__init__()
        wide = {"kernel_size": 3, "padding": 2, "dilation": 2, "bias": False}
        self.conv1 = nn.Conv2d(width, width, **wide)
        self.bn1 = nn.BatchNorm2d(width)
        self.conv2 = nn.Conv2d(width, width, **wide)
        self.bn2 = nn.BatchNorm2d(width)

    def forward(self, x):
        branch = F.relu(self.bn1(self.conv1(x)))
        return x + F.relu(self.bn2(self.conv2(branch)))
