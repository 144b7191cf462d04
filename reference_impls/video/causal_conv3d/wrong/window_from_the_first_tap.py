# slip: first-taps-at-the-start
import torch
import torch.nn.functional as F


def causal_conv3d(x, weight, bias=None):
    O, C, kt, kh, kw = weight.shape
    out = []
    for t in range(x.shape[2]):
        clip = x[:, :, max(0, t - kt + 1) : t + 1]
        taps = weight[:, :, : clip.shape[2]]
        out.append(F.conv3d(clip, taps, bias, padding=(0, kh // 2, kw // 2)))
    return torch.cat(out, dim=2)
