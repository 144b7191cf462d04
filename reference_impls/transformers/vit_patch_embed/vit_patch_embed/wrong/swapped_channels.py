# slip: channels-exchanged
from torch import nn


class PatchEmbed(nn.Module):
    def __init__(self, img_size, patch, in_ch, dim):
        super().__init__()
        self.proj = nn.Conv2d(dim, in_ch, patch, patch)

    def forward(self, x):
        return self.proj(x).flatten(2).transpose(1, 2)
