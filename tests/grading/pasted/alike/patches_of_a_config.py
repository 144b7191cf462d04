# problem: vit-patch-embed
# expect: pass
from dataclasses import dataclass

from torch import nn


@dataclass
class ViTConfig:
    image_size: int = 224
    patch_size: int = 16
    num_channels: int = 3
    hidden_size: int = 768
    num_heads: int = 12


class PatchEmbeddings(nn.Module):
    def __init__(self, config: ViTConfig):
        super().__init__()
        self.proj = nn.Conv2d(config.num_channels, config.hidden_size, config.patch_size, stride=config.patch_size)

    def forward(self, images):
        return self.proj(images).flatten(2).transpose(1, 2)
