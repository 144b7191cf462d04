"""Continue a text."""

import torch
from torch import Tensor, nn


@torch.no_grad()
def generate(model: nn.Module, tokens: Tensor, count: int, temperature: float, generator: torch.Generator) -> Tensor:
    """Tokens (B, T) with `count` more after each row, drawn from the model at this temperature: (B, T + count)."""
    model.eval()
    for _ in range(count):
        logits = model(tokens[:, -model.block_size :])[:, -1]
        probabilities = (logits / temperature).softmax(dim=-1)
        chosen = torch.multinomial(probabilities, 1, generator=generator)
        tokens = torch.cat([tokens, chosen], dim=1)
    return tokens
