"""Encoders of pictures and captions into one space."""

import math

import torch
import torch.nn.functional as F
from torch import Tensor, nn


class PictureEncoder(nn.Module):
    """An MLP on the pixels."""

    def __init__(self, width: int, out: int) -> None:
        super().__init__()
        self.net = nn.Sequential(nn.Linear(64, width), nn.GELU(), nn.Linear(width, out))

    def forward(self, pixels: Tensor) -> Tensor:
        """Pixels (B, 64) of type uint8 to features (B, out)."""
        return self.net(pixels.float() / 255 - 0.5)


class CaptionEncoder(nn.Module):
    """The mean of an MLP over the words."""

    def __init__(self, words: int, width: int, out: int) -> None:
        super().__init__()
        self.embedding = nn.Embedding(words, width)
        self.net = nn.Sequential(nn.Linear(width, width), nn.GELU(), nn.Linear(width, out))

    def forward(self, tokens: Tensor) -> Tensor:
        """Tokens (B, L), 0 where the caption has ended, to features (B, out)."""
        is_word = (tokens != 0).float()[..., None]
        features = self.net(self.embedding(tokens))
        return (features * is_word).sum(dim=1) / is_word.sum(dim=1)


class CLIP(nn.Module):
    """Both encoders and the temperature."""

    def __init__(self, words: int, width: int = 64, out: int = 24) -> None:
        super().__init__()
        self.pictures = PictureEncoder(width, out)
        self.captions = CaptionEncoder(words, width, out)
        self.log_scale = nn.Parameter(torch.tensor(math.log(10.0)))

    def forward(self, pixels: Tensor, tokens: Tensor) -> Tensor:
        """Scaled cosine similarities of pictures (B, 64) and captions (C, L): (B, C)."""
        pictures = F.normalize(self.pictures(pixels), dim=-1)
        captions = F.normalize(self.captions(tokens), dim=-1)
        return self.log_scale.exp() * pictures @ captions.T
