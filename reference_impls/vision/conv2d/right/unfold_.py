import torch.nn.functional as F


def conv2d(x, weight, bias=None, stride=1, padding=0):
    # im2col
    n, _, h, w = x.shape
    o, _, kh, kw = weight.shape
    cols = F.unfold(x, (kh, kw), stride=stride, padding=padding)  # N, C*kh*kw, L
    y = weight.view(o, -1) @ cols
    if bias is not None:
        y = y + bias.view(1, -1, 1)
    return y.view(n, o, (h + 2 * padding - kh) // stride + 1, -1)
