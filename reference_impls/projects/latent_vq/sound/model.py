"""An autoencoder whose latents are codes: one for each patch of the picture."""

import torch
from torch import Tensor, nn

PATCH = 4
COMMITMENT = 0.25


def to_patches(x: Tensor) -> Tensor:
    """Pictures (B, 64) of 8x8 pixels to their patches, row by row: (B, 4, 16)."""
    return x.view(-1, 2, PATCH, 2, PATCH).transpose(2, 3).reshape(-1, 4, PATCH * PATCH)


def from_patches(patches: Tensor) -> Tensor:
    """Patches (B, 4, 16) to pictures (B, 64)."""
    return patches.view(-1, 2, 2, PATCH, PATCH).transpose(2, 3).reshape(-1, 64)


class Quantizer(nn.Module):
    """Replaces vectors by the nearest ones of a codebook (van den Oord et al. 2017)."""

    def __init__(self, codes: int, width: int) -> None:
        super().__init__()
        self.codebook = nn.Embedding(codes, width)

    def nearest(self, z: Tensor) -> Tensor:
        """The code of each vector: (..., D) to (...)."""
        e = self.codebook.weight
        distances = z.pow(2).sum(dim=-1, keepdim=True) - 2 * z @ e.T + e.pow(2).sum(dim=-1)
        return distances.argmin(dim=-1)

    def forward(self, z: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Vectors (B, P, D) to codebook vectors with z's gradient, codes (B, P), and the loss of the codebook."""
        codes = self.nearest(z)
        q = self.codebook(codes)
        loss = (q - z.detach()).pow(2) + COMMITMENT * (z - q.detach()).pow(2)
        return z + (q - z).detach(), codes, loss.sum(dim=(1, 2)).mean()

    @torch.no_grad()
    def revive(self, z: Tensor) -> None:
        """Move codes that none of the vectors (B, P, D) uses onto random ones of these."""
        flat = z.flatten(0, 1)
        used = torch.bincount(self.nearest(flat), minlength=len(self.codebook.weight)) > 0
        unused = (~used).nonzero().flatten()
        self.codebook.weight[unused] = flat[torch.randint(len(flat), (len(unused),))]


class VQModel(nn.Module):
    """Encoder and decoder of a patch, with the quantizer between them."""

    def __init__(self, codes: int = 32, width: int = 8, hidden: int = 64) -> None:
        super().__init__()
        pixels = PATCH * PATCH
        self.encoder = nn.Sequential(
            nn.Linear(pixels, hidden), nn.SiLU(), nn.Linear(hidden, width), nn.LayerNorm(width)
        )
        self.quantizer = Quantizer(codes, width)
        self.decoder = nn.Sequential(nn.Linear(width, hidden), nn.SiLU(), nn.Linear(hidden, pixels))

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Pictures (B, 64) to logits of their pixels (B, 64), codes (B, 4), and the loss of the codebook."""
        q, codes, loss = self.quantizer(self.encoder(to_patches(x)))
        return from_patches(self.decoder(q)), codes, loss

    @torch.no_grad()
    def decode(self, codes: Tensor) -> Tensor:
        """Codes (B, 4) to probabilities of pixels, (B, 64)."""
        return from_patches(self.decoder(self.quantizer.codebook(codes))).sigmoid()
