# slip: pixels-before-channels
import torch
from torch import nn
import torch.nn.functional as F


class PatchEmbed(nn.Module):
    def __init__(self, img_size, patch, in_ch, dim):
        super().__init__()
        self.p = patch
        self.g = img_size // patch
        self.proj = nn.Conv2d(in_ch, dim, patch, patch)

    def forward(self, x):
        B, C = x.shape[:2]
        x = x.reshape(B, C, self.g, self.p, self.g, self.p)
        x = x.permute(0, 2, 4, 3, 5, 1).reshape(B, self.g * self.g, -1)
        return F.linear(x, self.proj.weight.reshape(self.proj.out_channels, -1), self.proj.bias)
