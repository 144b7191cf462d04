# slip: pixels-transposed
import torch

def patchify(x, p):
    B, C, H, W = x.shape
    x = x.reshape(B, C, H // p, p, W // p, p)
    return torch.einsum('bchawd->bhwdac', x).reshape(B, -1, p * p * C)

def unpatchify(tokens, p, h, w):
    B = tokens.shape[0]
    x = tokens.reshape(B, h // p, w // p, p, p, 3)
    return torch.einsum('bhwdac->bchawd', x).reshape(B, 3, h, w)
