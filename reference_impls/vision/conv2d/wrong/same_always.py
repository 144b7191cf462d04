# slip: same-padding
import torch
import torch.nn.functional as F


def conv2d(x, weight, bias=None, stride=1, padding=0):
    kh, kw = weight.shape[-2:]
    x = F.pad(x, (kw // 2, kw // 2, kh // 2, kh // 2))
    p = x.unfold(2, kh, stride).unfold(3, kw, stride)
    y = (p.unsqueeze(1) * weight[None, :, :, None, None]).sum(dim=(2, 5, 6))
    return y if bias is None else y + bias.view(-1, 1, 1)
