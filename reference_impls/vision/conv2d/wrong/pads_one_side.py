# slip: all-padding-behind
import torch


def conv2d(x, weight, bias=None, stride=1, padding=0):
    N, C, H, W = x.shape
    buf = torch.zeros(N, C, H + 2 * padding, W + 2 * padding, dtype=x.dtype)
    buf[:, :, :H, :W] = x
    p = buf.unfold(2, weight.shape[2], stride).unfold(3, weight.shape[3], stride)
    out = torch.einsum("nchwkl,ockl->nohw", p, weight)
    return out if bias is None else out + bias.reshape(1, -1, 1, 1)
