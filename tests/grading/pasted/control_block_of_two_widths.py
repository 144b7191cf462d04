# problem: zero-conv
import copy

class EmptyConv(nn.Module):
    def __init__(self, in_channels, out_channels):
        super().__init__()
        self.conv = nn.Conv2d(in_channels, out_channels, kernel_size=1)
        nn.init.zeros_(self.conv.weight)
        nn.init.zeros_(self.conv.bias)

    def forward(self, x):
        return self.conv(x)


class ControlBlock(nn.Module):
    def __init__(self, encoder_block, in_channels, out_channels):
        super().__init__()
        self.kept = encoder_block
        self.trained = copy.deepcopy(encoder_block).requires_grad_(True)
        self.kept.requires_grad_(False)
        self.conv_in = EmptyConv(in_channels, in_channels)
        self.conv_out = EmptyConv(out_channels, out_channels)

    def forward(self, x, control):
        return self.kept(x) + self.conv_out(self.trained(x + self.conv_in(control)))
