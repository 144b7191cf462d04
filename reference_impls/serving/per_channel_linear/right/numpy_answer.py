import numpy as np


def int8_linear(x, weight, bias=None):
    x, weight = np.asarray(x), np.asarray(weight)

    def quant(t):
        s = np.max(np.abs(t), axis=-1, keepdims=True) / 127
        s = np.where(s == 0, 1, s)
        return np.rint(t / s).astype(np.int32), s

    qx, sx = quant(x)
    qw, sw = quant(weight)
    y = np.einsum("...i,oi->...o", qx, qw) * sx * sw[:, 0]
    return y + (0 if bias is None else np.asarray(bias))
