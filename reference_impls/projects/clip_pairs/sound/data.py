"""Noisy pictures of a shape, and their captions."""

import torch
from torch import Tensor

WORDS = [
    "<pad>",
    "a",
    "the",
    "in",
    "small",
    "large",
    "square",
    "cross",
    "ring",
    "line",
    "top",
    "bottom",
    "left",
    "right",
]
INDEX = {word: i for i, word in enumerate(WORDS)}
SHAPES = ("square", "cross", "ring", "line")
MEANINGS = [
    (size, shape, row, column)
    for size in ("small", "large")
    for shape in SHAPES
    for row in ("top", "bottom")
    for column in ("left", "right")
]
LENGTH = 8


def drawing(meaning: tuple[str, str, str, str]) -> Tensor:
    """The shape without noise, (8, 8) of zeros and ones."""
    size, shape, row, column = meaning
    side = 3 if size == "small" else 4
    stamp = torch.zeros(side, side)
    if shape in ("square", "ring"):
        stamp[:] = 1
    if shape == "ring":
        stamp[1:-1, 1:-1] = 0
    if shape == "cross":
        stamp[side // 2, :] = stamp[:, side // 2] = 1
    if shape == "line":
        stamp.fill_diagonal_(1)
    picture = torch.zeros(8, 8)
    top, left = (0 if row == "top" else 4), (0 if column == "left" else 4)
    picture[top : top + side, left : left + side] = stamp
    return picture


def make_pictures(which: Tensor, generator: torch.Generator) -> Tensor:
    """Noisy pictures of these meanings (B,): pixels (B, 64) of type uint8."""
    clean = torch.stack([drawing(MEANINGS[i]).flatten() for i in which.tolist()])
    noisy = 60 + 120 * clean + 12 * torch.randn(clean.shape, generator=generator)
    return noisy.clamp(0, 255).to(torch.uint8)


def make_captions(which: Tensor, generator: torch.Generator) -> Tensor:
    """A caption for each of these meanings (B,), in one of three wordings: tokens (B, LENGTH), padded with 0."""
    captions = torch.zeros(len(which), LENGTH, dtype=torch.long)
    wordings = torch.randint(3, (len(which),), generator=generator).tolist()
    for i, (meaning, wording) in enumerate(zip(which.tolist(), wordings, strict=True)):
        size, shape, row, column = MEANINGS[meaning]
        words = [
            [size, shape, row, column],
            ["a", size, shape, "in", "the", row, column],
            [row, column, "a", size, shape],
        ][wording]
        captions[i, : len(words)] = torch.tensor([INDEX[word] for word in words])
    return captions


def get_batch(size: int, generator: torch.Generator) -> tuple[Tensor, Tensor]:
    """Pictures (size, 64) and their captions (size, LENGTH), no two with the same meaning."""
    which = torch.randperm(len(MEANINGS), generator=generator)[:size]
    return make_pictures(which, generator), make_captions(which, generator)
