# slip: size-without-the-one
import torch


def conv2d(x, weight, bias=None, stride=1, padding=0):
    N, C, H, W = x.shape
    O, _, kh, kw = weight.shape
    xp = x.new_zeros(N, C, H + 2 * padding, W + 2 * padding)
    xp[:, :, padding:padding + H, padding:padding + W] = x
    oh = (H + 2 * padding - kh) // stride
    ow = (W + 2 * padding - kw) // stride
    y = x.new_zeros(N, O, oh, ow)
    for i in range(oh):
        for j in range(ow):
            y[:, :, i, j] = torch.einsum('nchw,ochw->no', xp[:, :, i*stride:i*stride+kh, j*stride:j*stride+kw], weight)
    return y if bias is None else y + bias.view(1, O, 1, 1)
