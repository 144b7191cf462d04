# slip: height-of-the-kernel-in-the-width
import torch


def conv2d(x, weight, bias=None, stride=1, padding=0):
    N, C, H, W = x.shape
    O, _, kh, kw = weight.shape
    big = x.new_zeros(N, C, H + 2 * padding, W + 2 * padding)
    big[:, :, padding:H + padding, padding:W + padding] = x
    H2 = (big.shape[2] - kh) // stride + 1
    W2 = (big.shape[3] - kh) // stride + 1
    acc = x.new_zeros(N, O, H2, W2)
    for a in range(kh):
        for b in range(kw):
            sub = big[:, :, a:a + stride * (H2 - 1) + 1:stride, b:b + stride * (W2 - 1) + 1:stride]
            acc = acc + torch.einsum("nchw,oc->nohw", sub, weight[:, :, a, b])
    if bias is not None:
        acc = acc + bias.view(1, O, 1, 1)
    return acc
