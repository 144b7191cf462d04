import torch
from torch import nn


class Solution:
    def causal_conv3d(self, x, weight, bias=None):
        o, c, kt, kh, kw = weight.shape
        zeros = torch.zeros(x.shape[0], c, kt - 1, *x.shape[3:], dtype=x.dtype, device=x.device)
        x = torch.cat([zeros, x], dim=2)
        x = nn.ZeroPad2d((kw // 2, kw // 2, kh // 2, kh // 2))(x.flatten(0, 1)).unflatten(0, x.shape[:2])
        y = nn.functional.conv3d(x, weight)
        if bias is not None:
            y = y + bias[:, None, None, None]
        return y
