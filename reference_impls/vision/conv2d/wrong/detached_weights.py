# slip: weight-and-bias-detached
import torch
import torch.nn.functional as F


def conv2d(x, weight, bias=None, stride=1, padding=0):
    o, c, kh, kw = weight.shape
    layer = torch.nn.Linear(c * kh * kw, o, bias=bias is not None).to(x.dtype)
    layer.weight.data = weight.data.reshape(o, -1)
    if bias is not None:
        layer.bias.data = bias.data
    cols = F.unfold(x, (kh, kw), padding=padding, stride=stride)
    y = layer(cols.transpose(1, 2)).transpose(1, 2)
    return y.reshape(x.shape[0], o, (x.shape[2] + 2 * padding - kh) // stride + 1, -1)
