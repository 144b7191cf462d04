# slip: mean-of-products
import torch
import torch.nn.functional as F


def conv2d(x, weight, bias=None, stride=1, padding=0):
    x = F.pad(x, [padding] * 4)
    kh, kw = weight.shape[2:]
    win = x.unfold(2, kh, stride).unfold(3, kw, stride).permute(0, 2, 3, 1, 4, 5)
    out = torch.stack([(win * k).mean(dim=(3, 4, 5)) for k in weight], dim=1)
    return out if bias is None else out + bias.view(1, -1, 1, 1)
