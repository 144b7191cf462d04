# problem: vit-patch-embed
import torch.nn as nn


class PatchEmbed(nn.Module):
    def __init__(self, img_size, patch_size, in_chans=3, embed_dim=768):
        super().__init__()
        self.grid = (img_size[0] // patch_size[0], img_size[1] // patch_size[1])
        self.num_patches = self.grid[0] * self.grid[1]
        self.proj = nn.Conv2d(in_chans, embed_dim, kernel_size=patch_size, stride=patch_size)

    def forward(self, x):
        tokens = self.proj(x).flatten(2).transpose(1, 2)
        assert tokens.shape[1] == self.num_patches
        return tokens
