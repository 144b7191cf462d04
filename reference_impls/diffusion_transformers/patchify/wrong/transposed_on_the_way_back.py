# slip: pixels-transposed-in-unpatchify
import torch

def patchify(x, p):
    u = x.unfold(2, p, p).unfold(3, p, p)          # B C h w p p
    B, C, h, w, _, _ = u.shape
    return u.permute(0, 2, 3, 4, 5, 1).reshape(B, h * w, p * p * C)

def unpatchify(tokens, p, h, w):
    B, _, D = tokens.shape
    C = D // (p * p)
    u = tokens.reshape(B, h // p, w // p, p, p, C)
    u = torch.einsum('bhwqpc->bchpwq', u)
    return u.reshape(B, C, h, w)
