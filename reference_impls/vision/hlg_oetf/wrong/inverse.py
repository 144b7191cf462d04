# slip: decoded
import numpy as np

a, b, c = 0.17883277, 0.28466892, 0.55991073


def hlg_oetf(e):
    return np.where(e <= 0.5, e * e / 3, (np.exp((e - c) / a) + b) / 12)
