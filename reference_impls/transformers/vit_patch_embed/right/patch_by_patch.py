import torch
from torch import nn


class PatchEmbed(nn.Module):
    def __init__(self, img_size, patch, in_ch, dim):
        super().__init__()
        self.g, self.p = img_size // patch, patch
        self.proj = nn.Conv2d(in_ch, dim, kernel_size=patch, stride=patch)

    def forward(self, x):
        p, tokens = self.p, []
        for r in range(self.g):
            for c in range(self.g):
                tokens.append(self.proj(x[:, :, r * p : (r + 1) * p, c * p : (c + 1) * p])[..., 0, 0])
        return torch.stack(tokens, dim=1)
