# slip: kernel-reversed-in-time
import torch
import torch.nn.functional as F


def causal_conv3d(x, weight, bias=None):
    kt, kh, kw = weight.shape[2:]
    y = 0 if bias is None else bias.view(1, -1, 1, 1, 1)
    for back in range(kt):
        tap = F.conv3d(x, weight[:, :, back : back + 1], padding=(0, kh // 2, kw // 2))
        y = y + F.pad(tap, (0, 0, 0, 0, back, 0))[:, :, : x.shape[2]]
    return y
