from torch import nn


class PatchEmbed(nn.Module):
    def __init__(self, img_size, patch, in_ch, dim):
        super().__init__()
        self.conv = nn.Conv2d(in_ch, dim, patch, patch)

    def forward(self, x):
        return self.conv(x).flatten(2).transpose(1, 2)
