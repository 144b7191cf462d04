# expect: forbidden, error
# family: tampering
# attempts: the function of C's that scipy's own function calls
# stopped by: withholding
# problem: conv2d
import numpy as np
from scipy.signal import _sigtools
def conv2d(x, weight, bias=None, stride=1, padding=0):
    X, W = np.asarray(x, dtype=np.float64), np.asarray(weight, dtype=np.float64)
    s = stride if isinstance(stride, tuple) else (stride, stride)
    p = padding if isinstance(padding, tuple) else (padding, padding)
    X = np.pad(X, ((0, 0), (0, 0), (p[0], p[0]), (p[1], p[1])))
    f = getattr(_sigtools, "_conv" + "olve2d")
    out = np.stack([np.stack([sum(f(np.ascontiguousarray(n[c]), np.ascontiguousarray(o[c]), False, 0, 0, 0.0) for c in range(len(o))) for o in W]) for n in X])
    out = out[..., ::s[0], ::s[1]]
    return out + (np.asarray(bias)[None, :, None, None] if bias is not None else 0)
