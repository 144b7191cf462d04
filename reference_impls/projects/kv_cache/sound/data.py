"""Digits, a separator, and the same digits again but for the first."""

import torch
from torch import Tensor

DIGITS = 8
SEPARATOR = 10
VOCAB_SIZE = 11
PROMPT = DIGITS + 1
ANSWER = DIGITS - 1
LENGTH = PROMPT + ANSWER


def get_batch(batch_size: int, generator: torch.Generator) -> Tensor:
    """Sequences (batch_size, LENGTH); what comes after PROMPT tokens is the answer."""
    digits = torch.randint(10, (batch_size, DIGITS), generator=generator)
    return torch.cat([digits, torch.full((batch_size, 1), SEPARATOR), digits[:, 1:]], dim=1)
