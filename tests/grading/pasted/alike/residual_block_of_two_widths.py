# problem: residual-block
# says: BasicBlock is graded as ResidualBlock
class BasicBlock(nn.Module):
    expansion = 1

    def __init__(self, in_channel, out_channel, stride=1, shortcut=None):
        super().__init__()
        self.conv1 = nn.Conv2d(in_channel, out_channel, 3, stride=stride, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(out_channel)
        self.conv2 = nn.Conv2d(out_channel, out_channel, 3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(out_channel)
        self.act, self.shortcut = nn.ReLU(), shortcut

    def forward(self, x):
        kept = x if self.shortcut is None else self.shortcut(x)
        return self.act(self.bn2(self.conv2(self.act(self.bn1(self.conv1(x))))) + kept)
