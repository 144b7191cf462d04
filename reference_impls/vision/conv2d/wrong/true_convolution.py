# slip: kernel-flipped
import torch
import torch.nn.functional as F


def conv2d(x, weight, bias=None, stride=1, padding=0):
    x = F.pad(x, (padding, padding, padding, padding))
    weight = torch.flip(weight, dims=(-2, -1))
    n, c, h, w = x.shape
    o, _, kh, kw = weight.shape
    out = torch.zeros(n, o, (h - kh) // stride + 1, (w - kw) // stride + 1, dtype=x.dtype)
    for i in range(out.shape[2]):
        for j in range(out.shape[3]):
            p = x[:, :, i * stride:i * stride + kh, j * stride:j * stride + kw]
            out[:, :, i, j] = torch.einsum("nckl,ockl->no", p, weight)
    return out if bias is None else out + bias.view(1, -1, 1, 1)
