# slip: output-reshaped-not-permuted
import torch.nn.functional as F


def conv2d(x, weight, bias=None, stride=1, padding=0):
    kh, kw = weight.shape[2:]
    x = F.pad(x, (padding,) * 4)
    p = x.unfold(2, kh, stride).unfold(3, kw, stride).permute(0, 2, 3, 1, 4, 5)
    n, oh, ow = p.shape[:3]
    y = p.reshape(n * oh * ow, -1) @ weight.reshape(weight.shape[0], -1).t()
    if bias is not None:
        y = y + bias
    return y.reshape(n, weight.shape[0], oh, ow)
