# slip: padding-order-reversed
import torch
import torch.nn.functional as F


def causal_conv3d(x, weight, bias=None):
    kt, kh, kw = weight.shape[2:]
    x = F.pad(x, [kt - 1, 0] + [kh // 2] * 2 + [kw // 2] * 2, value=0.0)
    return F.conv3d(x, weight, bias, stride=1)
