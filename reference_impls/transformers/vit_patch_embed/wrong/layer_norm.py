# slip: normalized
import torch.nn.functional as F
from torch import nn


class PatchEmbed(nn.Module):
    def __init__(self, img_size, patch, in_ch, dim):
        super().__init__()
        self.proj = nn.Conv2d(in_ch, dim, patch, patch)

    def forward(self, x):
        y = self.proj(x).flatten(2).transpose(1, 2)
        return F.layer_norm(y, (y.shape[-1],))
