# problem: layer-norm-backward
def _ln_back(dY, x, gamma, eps=1e-5):
    c = x - x.mean(axis=-1, keepdims=True)
    sig = np.sqrt(eps + (c * c).mean(axis=-1, keepdims=True))
    xh = c / sig
    dxh = dY * gamma
    dg = (dY * xh).sum(axis=tuple(range(x.ndim - 1)))
    db = dY.sum(axis=tuple(range(x.ndim - 1)))
    dx = (dxh - dxh.mean(axis=-1, keepdims=True) - xh * (dxh * xh).mean(axis=-1, keepdims=True)) / sig
    return dx, dg, db
