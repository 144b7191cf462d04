import numpy as np


def conv2d(x, weight, bias=None, stride=1, padding=0):
    """Correlates plane by plane with slices; the sums are kept in float64."""
    N, C, H, W = x.shape
    O, C2, kh, kw = weight.shape
    assert C == C2
    out_h = int(np.floor((H + 2 * padding - kh) / stride)) + 1
    out_w = int(np.floor((W + 2 * padding - kw) / stride)) + 1
    big = np.zeros((N, C, H + 2 * padding, W + 2 * padding), dtype=np.float64)
    big[:, :, padding:H + padding, padding:W + padding] = x
    result = np.zeros((N, O, out_h, out_w))
    for n in range(N):
        for o in range(O):
            for r in range(out_h):
                for c in range(out_w):
                    patch = big[n, :, r * stride:r * stride + kh, c * stride:c * stride + kw]
                    result[n, o, r, c] = np.sum(patch * np.asarray(weight[o]))
            if bias is not None:
                result[n, o] += float(bias[o])
    return result
