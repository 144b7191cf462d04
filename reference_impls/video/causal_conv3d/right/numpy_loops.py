import numpy as np


def causal_conv3d(x, weight, bias=None):
    x, w = x.numpy(), weight.numpy()
    B, C, T, H, W = x.shape
    O, _, kt, kh, kw = w.shape
    p = np.pad(x, ((0, 0), (0, 0), (kt - 1, 0), (kh // 2, kh // 2), (kw // 2, kw // 2)))
    y = np.zeros((B, O, T, H, W), dtype=x.dtype)
    for i in range(kt):
        for j in range(kh):
            for k in range(kw):
                y += np.einsum("bcthw,oc->bothw", p[:, :, i : i + T, j : j + H, k : k + W], w[:, :, i, j, k])
    return y if bias is None else y + bias.numpy()[:, None, None, None]
