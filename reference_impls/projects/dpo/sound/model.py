"""A small recurrent policy."""

import torch
from torch import Tensor, nn

from data import END, LENGTH, PAD, PROMPTS, VOCAB_SIZE


class Policy(nn.Module):
    """A prompt and the tokens so far to the logits of the next one."""

    def __init__(self, width: int = 48) -> None:
        super().__init__()
        self.prompt = nn.Embedding(PROMPTS, width)
        self.token = nn.Embedding(VOCAB_SIZE, width)
        self.gru = nn.GRU(width, width, batch_first=True)
        self.head = nn.Linear(width, VOCAB_SIZE)

    def forward(self, prompts: Tensor, tokens: Tensor) -> Tensor:
        """Prompts (B,) and tokens (B, T), of which the first is PAD as a start, to logits (B, T, VOCAB_SIZE)."""
        hidden, _ = self.gru(self.token(tokens), self.prompt(prompts)[None])
        return self.head(hidden)


@torch.no_grad()
def sample(policy: nn.Module, prompts: Tensor, generator: torch.Generator) -> Tensor:
    """A response for each prompt (B,): (B, LENGTH), padded after END."""
    tokens = torch.full((len(prompts), 1), PAD)
    ended = torch.zeros(len(prompts), dtype=torch.bool)
    for _ in range(LENGTH):
        probabilities = policy(prompts, tokens)[:, -1].softmax(dim=-1)
        chosen = torch.multinomial(probabilities, 1, generator=generator)[:, 0].masked_fill(ended, PAD)
        ended = ended | (chosen == END)
        tokens = torch.cat([tokens, chosen[:, None]], dim=1)
    return tokens[:, 1:]
