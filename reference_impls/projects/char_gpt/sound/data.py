"""Sentences of a made-up language, and batches of characters."""

import random

import torch
from torch import Tensor

SUBJECTS = ["the cat", "a dog", "my friend", "the old king", "a bird", "the girl"]
VERBS = ["sees", "likes", "finds", "paints", "follows"]
OBJECTS = ["a red house", "the blue sea", "some bread", "a small boat", "the moon", "an apple"]
WHEN = ["today", "at night", "again", "in spring"]


def make_text(sentences: int = 1500, seed: int = 1) -> str:
    """Sentences, one a line."""
    rng = random.Random(seed)
    parts = (SUBJECTS, VERBS, OBJECTS, WHEN)
    return "".join(" ".join(rng.choice(part) for part in parts) + ".\n" for _ in range(sentences))


class Vocabulary:
    """Characters and their numbers."""

    def __init__(self, text: str) -> None:
        self.characters = sorted(set(text))
        self.index = {character: i for i, character in enumerate(self.characters)}

    def __len__(self) -> int:
        return len(self.characters)

    def encode(self, text: str) -> Tensor:
        """(T,) int64."""
        return torch.tensor([self.index[character] for character in text])

    def decode(self, tokens: Tensor) -> str:
        """The text of tokens (T,)."""
        return "".join(self.characters[int(token)] for token in tokens)


def split(tokens: Tensor, held_out: float = 0.1) -> tuple[Tensor, Tensor]:
    """The first part for training and the last for validation."""
    cut = int(len(tokens) * (1 - held_out))
    return tokens[:cut], tokens[cut:]


def get_batch(tokens: Tensor, batch_size: int, length: int, generator: torch.Generator) -> tuple[Tensor, Tensor]:
    """Random windows of the text: inputs and targets, both (batch_size, length)."""
    starts = torch.randint(len(tokens) - length, (batch_size,), generator=generator)
    x = torch.stack([tokens[i : i + length] for i in starts])
    y = torch.stack([tokens[i + 1 : i + 1 + length] for i in starts])
    return x, y
