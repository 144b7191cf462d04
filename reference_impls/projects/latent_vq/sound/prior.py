"""A prior over the codes of a picture: each is predicted from those before it."""

import torch
import torch.nn.functional as F
from torch import Tensor, nn


class Prior(nn.Module):
    """One network for all positions; it sees the position and the codes before it."""

    def __init__(self, codes: int = 32, positions: int = 4, width: int = 96) -> None:
        super().__init__()
        self.codes, self.positions = codes, positions
        self.net = nn.Sequential(nn.Linear(positions * codes + positions, width), nn.SiLU(), nn.Linear(width, codes))

    def forward(self, codes: Tensor) -> Tensor:
        """Codes (B, P) to the logits of each given those before it, (B, P, codes)."""
        B, P = codes.shape
        before = torch.ones(P, P).tril(-1)  # row i: the positions that position i may see
        seen = F.one_hot(codes, self.codes)[:, None] * before[None, :, :, None]  # (B, P, P, codes)
        where = torch.eye(P).expand(B, P, P)
        return self.net(torch.cat([seen.flatten(2), where], dim=-1))

    def loss(self, codes: Tensor) -> Tensor:
        """Negative log likelihood in nats per picture."""
        return F.cross_entropy(self(codes).transpose(1, 2), codes, reduction="none").sum(dim=1).mean()

    @torch.no_grad()
    def sample(self, count: int, generator: torch.Generator) -> Tensor:
        """Codes of new pictures, (count, P)."""
        codes = torch.zeros(count, self.positions, dtype=torch.long)
        for i in range(self.positions):
            probabilities = self(codes)[:, i].softmax(dim=-1)
            codes[:, i] = torch.multinomial(probabilities, 1, generator=generator)[:, 0]
        return codes
