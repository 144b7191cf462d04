# slip: bias-for-each-tap-in-reach
import torch
import torch.nn.functional as F


def causal_conv3d(x, weight, bias=None):
    kt, kh, kw = weight.shape[2:]
    frames = []
    for t in range(x.shape[2]):
        total = 0
        for lag in range(min(t + 1, kt)):
            total = total + F.conv2d(x[:, :, t - lag], weight[:, :, kt - 1 - lag], bias, padding=(kh // 2, kw // 2))
        frames.append(total)
    return torch.stack(frames, dim=2)
