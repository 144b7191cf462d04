# slip: padded-in-width-alone
import torch
import torch.nn.functional as F


def conv2d(x, weight, bias=None, stride=1, padding=0):
    x = F.pad(x, (padding, padding))
    p = x.unfold(2, weight.size(2), stride).unfold(3, weight.size(3), stride)
    y = torch.tensordot(p, weight, dims=([1, 4, 5], [1, 2, 3])).permute(0, 3, 1, 2)
    if bias is not None:
        y = y + bias[:, None, None]
    return y
