import numpy as np


def rational_quadratic_spline(x, widths, heights, derivatives):
    x, w, h, d = (np.asarray(v, dtype=np.float64) for v in (x, widths, heights, derivatives))
    X, Y = np.concatenate([[0], np.cumsum(w)]), np.concatenate([[0], np.cumsum(h)])
    k = np.clip(np.searchsorted(X, x, side="right") - 1, 0, len(w) - 1)
    s = (h / w)[k]
    t = np.where((x >= 0) & (x <= 1), (x - X[k]) / w[k], 0.5)
    den = s + (d[k] + d[k + 1] - 2 * s) * t * (1 - t)
    y = Y[k] + h[k] * (s * t**2 + d[k] * t * (1 - t)) / den
    g = np.log(s**2 * (d[k + 1] * t**2 + 2 * s * t * (1 - t) + d[k] * (1 - t) ** 2)) - 2 * np.log(den)
    out = (x < 0) | (x > 1)
    return np.where(out, x, y), np.where(out, 0, g)
