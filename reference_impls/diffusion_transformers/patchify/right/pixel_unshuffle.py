import torch.nn.functional as F


def patchify(x, p):
    B, C, H, W = x.shape
    y = F.pixel_unshuffle(x, p).view(B, C, p * p, H // p, W // p)
    return y.permute(0, 3, 4, 2, 1).reshape(B, (H // p) * (W // p), -1)
def unpatchify(tokens, p, h, w):
    B, N, D = tokens.shape
    y = tokens.reshape(B, h // p, w // p, p * p, D // p ** 2).permute(0, 4, 3, 1, 2)
    return F.pixel_shuffle(y.reshape(B, D, h // p, w // p), p)
