# slip: last-input-channel-alone
import numpy as np


def conv2d(x, weight, bias=None, stride=1, padding=0):
    x = np.pad(np.asarray(x), ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    weight = np.asarray(weight)
    O, C, kh, kw = weight.shape
    oh, ow = (x.shape[2] - kh) // stride + 1, (x.shape[3] - kw) // stride + 1
    out = np.zeros((x.shape[0], O, oh, ow))
    for o in range(O):
        for c in range(C):
            for i in range(oh):
                for j in range(ow):
                    p = x[:, c, i * stride:i * stride + kh, j * stride:j * stride + kw]
                    out[:, o, i, j] = (p * weight[o, c]).sum(axis=(1, 2))
        if bias is not None:
            out[:, o] += float(bias[o])
    return out
