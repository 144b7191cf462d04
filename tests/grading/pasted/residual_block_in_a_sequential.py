# problem: residual-block
# says: your branch.1 as bn1; your branch.4 as bn2; your branch.0 as conv1; your branch.3 as conv2
def conv_and_norm(width):
    return [nn.Conv2d(width, width, 3, padding="same", bias=False), nn.BatchNorm2d(width)]


class Block(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.branch = nn.Sequential(*conv_and_norm(width), nn.ReLU(), *conv_and_norm(width))

    def forward(self, x):
        return F.relu(self.branch(x) + x)
