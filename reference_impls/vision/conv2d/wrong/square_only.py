# slip: square-output
import torch
import torch.nn.functional as F


def conv2d(x, weight, bias=None, stride=1, padding=0):
    n, c, h, w = x.shape
    o, _, kh, kw = weight.shape
    x = F.pad(x, (padding,) * 4)
    size = (h + 2 * padding - kh) // stride + 1
    out = torch.zeros((n, o, size, size), dtype=x.dtype)
    for i in range(size):
        for j in range(size):
            patch = x[:, :, i * stride : i * stride + kh, j * stride : j * stride + kw]
            for k in range(o):
                out[:, k, i, j] = (patch * weight[k]).sum(dim=[1, 2, 3])
                if bias is not None:
                    out[:, k, i, j] += bias[k]
    return out
