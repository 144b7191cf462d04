# slip: kernel-flipped-in-space
import torch
import torch.nn.functional as F


def causal_conv3d(x, weight, bias=None):
    kt, kh, kw = weight.shape[2:]
    xp = F.pad(x, (kw // 2, kw // 2, kh // 2, kh // 2, kt, 0))
    y = F.conv3d(xp, weight.flip(3, 4), bias)
    return y[:, :, :-1]
