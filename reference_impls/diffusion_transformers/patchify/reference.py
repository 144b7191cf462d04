"""Images to tokens and back (Dosovitskiy et al. 2021, arXiv:2010.11929, section 3.1; Peebles & Xie 2023,
arXiv:2212.09748, section 3.2).

    token of patch (i, j), entry (r, s, c)  =  x[c, i p + r, j p + s]

Patches are read row by row; inside a token the order is row, column, channel. Only a permutation: no number changes, and
either function undoes the other.

Shapes: x (B,C,H,W) <-> tokens (B, H/p · W/p, p·p·C); h and w are the image's height and width in pixels.
"""

from torch import Tensor


def patchify(x: Tensor, p: int) -> Tensor:
    """One token for each p x p patch."""
    B, C, H, W = x.shape
    x = x.reshape(B, C, H // p, p, W // p, p)
    x = x.permute(0, 2, 4, 3, 5, 1)  # (B, H/p, W/p, p, p, C)
    return x.reshape(B, (H // p) * (W // p), p * p * C)


def unpatchify(tokens: Tensor, p: int, h: int, w: int) -> Tensor:
    """The image of h x w pixels."""
    B, _, width = tokens.shape
    C = width // (p * p)
    x = tokens.reshape(B, h // p, w // p, p, p, C)
    x = x.permute(0, 5, 1, 3, 2, 4)  # (B, C, h/p, p, w/p, p)
    return x.reshape(B, C, h, w)
