import numpy as np

A = np.array([[0.0, 116.0, 0.0], [500.0, -500.0, 0.0], [0.0, 200.0, -200.0]])
M = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])


def cie_f(t):
    """kappa and epsilon form."""
    eps, kappa = 216 / 24389, 24389 / 27
    return np.where(t > eps, np.power(t, 1 / 3), (kappa * t + 16) / 116)


def rgb_to_lab(rgb):
    v = np.asarray(rgb, dtype=np.float64)
    lin = np.piecewise(v, [v > 0.04045], [lambda c: ((c + 0.055) / 1.055) ** 2.4, lambda c: c / 12.92])
    normalized = np.einsum("...c,kc->...k", lin, M / M.sum(1, keepdims=True))
    return cie_f(normalized) @ A.T - np.array([16.0, 0, 0])
