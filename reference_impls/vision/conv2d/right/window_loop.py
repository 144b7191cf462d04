import torch
import torch.nn as nn


class Solution:
    def conv2d(self, x, weight, bias=None, stride=1, padding=0):
        x = nn.ZeroPad2d(padding)(x)
        kh, kw = weight.shape[-2], weight.shape[-1]
        flat = weight.flatten(1)
        lines = []
        for top in range(0, x.size(2) - kh + 1, stride):
            line = [x[:, :, top:top + kh, left:left + kw].flatten(1) @ flat.t() for left in range(0, x.size(3) - kw + 1, stride)]
            lines.append(torch.stack(line, dim=-1))
        y = torch.stack(lines, dim=-2)
        return y + bias.view(-1, 1, 1) if bias is not None else y
