# slip: tokens-last-in-patchify
import torch


def patchify(x, p):
    return torch.nn.functional.unfold(x, p, stride=p)


def unpatchify(tokens, p, h, w):
    B, N, D = tokens.shape
    x = tokens.view(B, h // p, w // p, p, p, D // (p * p))
    return torch.einsum("bijrsc->bcirjs", x).reshape(B, -1, h, w)
