# slip: bias-for-each-input-channel
import torch
import torch.nn.functional as F


def conv2d(x, weight, bias=None, stride=1, padding=0):
    xp = F.pad(x, (padding,) * 4)
    kh, kw = weight.shape[2:]
    oh = (xp.shape[2] - kh) // stride + 1
    ow = (xp.shape[3] - kw) // stride + 1
    out = torch.zeros(x.shape[0], weight.shape[0], oh, ow, dtype=x.dtype)
    for o in range(weight.shape[0]):
        for c in range(weight.shape[1]):
            for i in range(oh):
                for j in range(ow):
                    patch = xp[:, c, i * stride:i * stride + kh, j * stride:j * stride + kw]
                    out[:, o, i, j] += (patch * weight[o, c]).sum(dim=(1, 2))
            if bias is not None:
                out[:, o] += bias[o]
    return out
