"""Prompts, responses, and which of two responses is preferred."""

import torch
from torch import Tensor

PAD, END = 0, 1
FIRST_WORD = 2
WORDS = 6
VOCAB_SIZE = FIRST_WORD + WORDS
PROMPTS = 4
LENGTH = 6


def make_responses(count: int, generator: torch.Generator) -> Tensor:
    """Random responses, (count, LENGTH): two to five words, END, padding."""
    words = torch.randint(FIRST_WORD, VOCAB_SIZE, (count, LENGTH), generator=generator)
    lengths = torch.randint(2, LENGTH, (count, 1), generator=generator)
    position = torch.arange(LENGTH)
    words = words.masked_fill(position == lengths, END)
    return words.masked_fill(position > lengths, PAD)


def reward(prompts: Tensor, responses: Tensor) -> Tensor:
    """How often the favorite word of each prompt (B,) is in its response (B, LENGTH)."""
    return (responses == prompts[:, None] + FIRST_WORD).sum(dim=1).float()


def get_pairs(count: int, generator: torch.Generator) -> tuple[Tensor, Tensor, Tensor]:
    """Prompts (count,), preferred and other responses (count, LENGTH), by the Bradley-Terry model."""
    prompts = torch.randint(PROMPTS, (count,), generator=generator)
    a, b = make_responses(count, generator), make_responses(count, generator)
    chance = torch.sigmoid(3 * (reward(prompts, a) - reward(prompts, b)))
    first = (torch.rand(count, generator=generator) < chance)[:, None]
    return prompts, torch.where(first, a, b), torch.where(first, b, a)
