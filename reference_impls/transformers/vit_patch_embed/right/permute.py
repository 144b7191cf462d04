from torch import nn


class PatchEmbed(nn.Module):
    def __init__(self, img_size: int, patch: int, in_ch: int, dim: int) -> None:
        super(PatchEmbed, self).__init__()
        self.dim = dim
        self.proj = nn.Conv2d(in_channels=in_ch, out_channels=dim, kernel_size=patch, stride=patch, padding=0)

    def forward(self, images):
        features = self.proj(images).permute(0, 2, 3, 1)
        return features.reshape(len(images), -1, self.dim)
