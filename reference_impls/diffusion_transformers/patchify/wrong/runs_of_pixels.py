# slip: runs-of-pixels
# input: x of shape (1, 1, 4, 4), p = 2: first token is the first image row
import torch


def patchify(x, p):
    B, C, H, W = x.shape
    x = x.permute(0, 2, 3, 1)
    return x.reshape(B, (H // p) * (W // p), p * p * C)


def unpatchify(tokens, p, h, w):
    B, N, D = tokens.shape
    C = D // (p * p)
    imgs = tokens.reshape(B, h, w, C)
    return imgs.permute(0, 3, 1, 2)
