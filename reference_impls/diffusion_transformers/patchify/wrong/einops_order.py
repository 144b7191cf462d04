# slip: channels-first
import torch


def patchify(x, p):
    B, C, H, W = x.shape
    x = x.view(B, C, H // p, p, W // p, p)
    return torch.einsum("bchpwq->bhwcpq", x).reshape(B, -1, C * p * p)


def unpatchify(tokens, p, h, w):
    B = tokens.shape[0]
    x = tokens.view(B, h // p, w // p, -1, p, p)
    return torch.einsum("bhwcpq->bchpwq", x).reshape(B, -1, h, w)
