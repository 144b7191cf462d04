import torch
import torch.nn.functional as F


def patchify(x, p):
    B, C, H, W = x.shape
    u = F.unfold(x, kernel_size=p, stride=p)
    return u.view(B, C, p * p, -1).permute(0, 3, 2, 1).flatten(2)


def unpatchify(tokens, p, h, w):
    B, N, D = tokens.shape
    u = tokens.view(B, N, p * p, D // p**2).permute(0, 3, 2, 1).reshape(B, D, N)
    return F.fold(u, (h, w), kernel_size=p, stride=p)
