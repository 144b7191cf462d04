# slip: twice-the-half-cut
"""Differs on: kt = 2 (or 4) -> the whole result is one frame late, frame 0 is the bias alone; right for odd kt."""
import torch.nn.functional as F


def causal_conv3d(x, weight, bias=None):
    pt, ph, pw = (k // 2 for k in weight.shape[2:])
    x_pad = F.pad(x, (pw, pw, ph, ph, 2 * pt, 0))
    y = F.conv3d(x_pad, weight, bias)
    return y[:, :, :x.shape[2]]
