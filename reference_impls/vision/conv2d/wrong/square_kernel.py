# slip: kernel-taken-for-square
# input: weight (1,1,1,3): only the first tap is used and W' is too large
import torch
import torch.nn.functional as F


def conv2d(x, weight, bias=None, stride=1, padding=0):
    k = weight.size(2)
    x = F.pad(x, (padding, padding, padding, padding))
    h_out = (x.size(2) - k) // stride + 1
    w_out = (x.size(3) - k) // stride + 1
    out = x.new_zeros(x.size(0), weight.size(0), h_out, w_out)
    for i in range(h_out):
        for j in range(w_out):
            region = x[:, :, i * stride:i * stride + k, j * stride:j * stride + k]
            out[:, :, i, j] = torch.einsum("bcij,ocij->bo", region, weight[:, :, :k, :k])
    if bias is not None:
        out = out + bias.view(1, -1, 1, 1)
    return out
