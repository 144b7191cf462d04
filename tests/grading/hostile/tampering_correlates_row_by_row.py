# expect: forbidden
# family: tampering
# attempts: a convolution in two dimensions out of NumPy's in one
# stopped by: withholding
# problem: conv2d
import numpy as np
f = getattr(np, "corre" + "late")
def conv2d(x, weight, bias=None, stride=1, padding=0):
    X, W = np.asarray(x, dtype=np.float64), np.asarray(weight, dtype=np.float64)
    s = stride if isinstance(stride, tuple) else (stride, stride)
    p = padding if isinstance(padding, tuple) else (padding, padding)
    X = np.pad(X, ((0, 0), (0, 0), (p[0], p[0]), (p[1], p[1])))
    kh, kw = W.shape[2:]; H, V = X.shape[2] - kh + 1, X.shape[3] - kw + 1
    out = np.zeros((len(X), len(W), H, V))
    for n in range(len(X)):
        for o in range(len(W)):
            for c in range(W.shape[1]):
                for i in range(H):
                    for r in range(kh):
                        out[n, o, i] += f(X[n, c, i + r], W[o, c, r], "valid")
    out = out[..., ::s[0], ::s[1]]
    return out + (np.asarray(bias)[None, :, None, None] if bias is not None else 0)
