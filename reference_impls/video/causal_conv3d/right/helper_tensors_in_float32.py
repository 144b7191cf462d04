
import torch
import torch.nn as nn
import torch.nn.functional as F


def causal_conv3d(x, weight, bias=None):
    B, C, T, H, W = x.shape
    O, _, kt, kh, kw = weight.shape
    buf = torch.zeros(B, C, T + kt - 1, H + kh - 1, W + kw - 1)
    buf[:, :, kt - 1:, kh // 2:kh // 2 + H, kw // 2:kw // 2 + W] = x
    return F.conv3d(buf, weight, bias)
