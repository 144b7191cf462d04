# slip: stride-in-the-size-alone
import torch
import torch.nn.functional as F


def conv2d(x, weight, bias=None, stride=1, padding=0):
    xp = F.pad(x, (padding,) * 4)
    O, C, kh, kw = weight.shape
    oh = (xp.shape[2] - kh) // stride + 1
    ow = (xp.shape[3] - kw) // stride + 1
    rows = []
    for i in range(oh):
        for j in range(ow):
            patch = xp[:, :, i:i + kh, j:j + kw].reshape(x.shape[0], -1)
            rows.append(patch @ weight.reshape(O, -1).T)
    out = torch.stack(rows, -1).view(x.shape[0], O, oh, ow)
    if bias is not None:
        out = out + bias[None, :, None, None]
    return out
