# slip: square-grid-reshaped
import torch


def patchify(x, p):
    B, C, H, W = x.shape
    x = x.reshape(B, C, H // p, p, W // p, p)
    x = x.permute(0, 2, 4, 3, 5, 1)
    return x.reshape(B, (H // p) * (W // p), p * p * C)


def unpatchify(tokens, p, h, w):
    B = tokens.shape[0]
    rows = cols = int(tokens.shape[1] ** 0.5)
    C = tokens.shape[-1] // (p * p)
    x = tokens.reshape(B, rows, cols, p, p, C)
    x = x.permute(0, 5, 1, 3, 2, 4)
    return x.reshape(B, C, h, w)
