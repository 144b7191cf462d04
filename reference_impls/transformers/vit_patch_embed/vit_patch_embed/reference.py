"""The patch embedding of the vision transformer (Dosovitskiy et al. 2021, arXiv:2010.11929, section 3.1, eq. 1 without class
token and positions).

    z_n = W · vec(patch_n) + b,   n = row · (width of the grid) + column,   N = (H/P) (W/P)

A linear layer on non-overlapping P x P patches is a convolution with kernel and stride P: each output position sees one
patch. Flattening its (B,dim,H/P,W/P) map row by row gives the sequence.

Shapes: x (B,C,H,W) with H = W = img_size, divisible by patch. Returns: (B,N,dim).
"""

from torch import Tensor, nn


class PatchEmbed(nn.Module):
    """An image as a sequence of projected patches, in row-major order."""

    def __init__(self, img_size: int, patch: int, in_ch: int, dim: int):
        super().__init__()
        self.num_patches = (img_size // patch) ** 2
        self.proj = nn.Conv2d(in_ch, dim, kernel_size=patch, stride=patch)

    def forward(self, x: Tensor) -> Tensor:
        grid = self.proj(x)  # (B,dim,H/P,W/P)
        return grid.flatten(2).transpose(1, 2)  # (B,N,dim)
