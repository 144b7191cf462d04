"""A vision transformer on patches of 2x2 pixels."""

import math

import torch
from torch import Tensor, nn

PATCH = 2


def to_patches(pictures: Tensor) -> Tensor:
    """Pictures (B, H, W) to patches, row by row: (B, H W / 4, 4)."""
    B, H, W = pictures.shape
    patches = pictures.view(B, H // PATCH, PATCH, W // PATCH, PATCH).transpose(2, 3)
    return patches.reshape(B, -1, PATCH * PATCH)


class Attention(nn.Module):
    """Attention of several heads among all tokens."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.proj = nn.Linear(width, width)

    def forward(self, x: Tensor) -> Tensor:
        """(B, T, D) to (B, T, D)."""
        B, T, D = x.shape
        q, k, v = self.qkv(x).view(B, T, 3, self.heads, D // self.heads).permute(2, 0, 3, 1, 4)
        scores = q @ k.transpose(-2, -1) / math.sqrt(D // self.heads)
        return self.proj((scores.softmax(dim=-1) @ v).transpose(1, 2).reshape(B, T, D))


class Block(nn.Module):
    """Attention and a feed-forward network, each added to its input."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.norm1, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.attention = Attention(width, heads)
        self.mlp = nn.Sequential(nn.Linear(width, 2 * width), nn.GELU(), nn.Linear(2 * width, width))

    def forward(self, x: Tensor) -> Tensor:
        """(B, T, D) to (B, T, D)."""
        x = x + self.attention(self.norm1(x))
        return x + self.mlp(self.norm2(x))


class ViT(nn.Module):
    """Pictures to the logits of their class, read from a token of its own."""

    def __init__(self, size: int, classes: int, width: int = 32, heads: int = 4, layers: int = 2) -> None:
        super().__init__()
        self.patch_embedding = nn.Linear(PATCH * PATCH, width)
        self.class_token = nn.Parameter(torch.zeros(1, 1, width))
        self.positions = nn.Parameter(0.5 * torch.randn(1, (size // PATCH) ** 2 + 1, width))
        self.blocks = nn.ModuleList([Block(width, heads) for _ in range(layers)])
        self.norm = nn.LayerNorm(width)
        self.head = nn.Linear(width, classes)

    def forward(self, pictures: Tensor) -> Tensor:
        """Pictures (B, H, W) to logits (B, classes)."""
        x = self.patch_embedding(to_patches(pictures))
        x = torch.cat([self.class_token.expand(len(x), -1, -1), x], dim=1) + self.positions
        for block in self.blocks:
            x = block(x)
        return self.head(self.norm(x[:, 0]))
