import torch
import torch.nn.functional as F


def causal_conv3d(x, weight, bias=None):
    B, C, T, H, W = x.shape
    O, _, kt, kh, kw = weight.shape
    x = F.pad(x, (0, 0, 0, 0, kt - 1, 0))
    clips = torch.stack([x[:, :, f : f + kt].reshape(B, C * kt, H, W) for f in range(T)], 1).flatten(0, 1)
    y = F.conv2d(clips, weight.reshape(O, C * kt, kh, kw), bias, padding=(kh // 2, kw // 2))
    return y.view(B, T, O, H, W).transpose(1, 2)
