# slip: runs-of-pixels-in-patchify
import torch


def patchify(x, p):
    tokens = x.flatten(2).transpose(1, 2)
    return tokens.reshape(x.shape[0], -1, p * p * x.shape[1])


def unpatchify(tokens, p, h, w):
    B, N, D = tokens.shape
    x = tokens.view(B, h // p, w // p, p, p, D // (p * p))
    return torch.einsum("bijrsc->bcirjs", x).reshape(B, -1, h, w)
