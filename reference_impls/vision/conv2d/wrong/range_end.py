# slip: last-start-missing
import torch
import torch.nn.functional as F


def conv2d(x, weight, bias=None, stride=1, padding=0):
    x = F.pad(x, (padding, padding, padding, padding))
    kh, kw = weight.shape[2:]
    H, W = x.shape[2:]
    tops = list(range(0, H - kh, stride))
    lefts = list(range(0, W - kw, stride))
    out = torch.zeros(x.shape[0], weight.shape[0], len(tops), len(lefts), dtype=x.dtype)
    for a, i in enumerate(tops):
        for b, j in enumerate(lefts):
            out[:, :, a, b] = (x[:, None, :, i:i + kh, j:j + kw] * weight[None]).sum((2, 3, 4))
    if bias is not None:
        out = out + bias.view(1, -1, 1, 1)
    return out
