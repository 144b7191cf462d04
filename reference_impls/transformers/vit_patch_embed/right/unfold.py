import torch
import torch.nn.functional as F
from torch import nn


class PatchEmbed(nn.Module):
    def __init__(self, img_size, patch, in_ch, dim):
        super().__init__()
        self.p = patch
        self.proj = nn.Conv2d(in_ch, dim, patch, patch)

    def forward(self, x):
        columns = F.unfold(x, self.p, stride=self.p)
        return torch.einsum("bkn,dk->bnd", columns, self.proj.weight.flatten(1)) + self.proj.bias
