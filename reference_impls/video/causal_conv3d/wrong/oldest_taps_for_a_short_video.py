# slip: oldest-taps-for-a-short-video
"""Differs on: F = 2 frames, kt = 4 -> uses weight[:, :, :2] although only the last taps meet the video; right for kt <= F."""
import torch.nn.functional as F


def causal_conv3d(x, weight, bias=None):
    frames = x.shape[2]
    kt, kh, kw = weight.shape[-3:]
    if kt > frames:                        # taps that can only meet padding
        weight = weight[:, :, :frames]
        kt = frames
    x = F.pad(x, [kw // 2] * 2 + [kh // 2] * 2 + [kt - 1, 0])
    return F.conv3d(x, weight, bias)
