# slip: reshaped-without-transpose
from torch import nn


class PatchEmbed(nn.Module):
    def __init__(self, img_size, patch, in_ch, dim):
        super().__init__()
        self.n, self.dim = (img_size // patch) ** 2, dim
        self.proj = nn.Conv2d(in_ch, dim, patch, patch)

    def forward(self, x):
        return self.proj(x).view(x.shape[0], self.n, self.dim)
