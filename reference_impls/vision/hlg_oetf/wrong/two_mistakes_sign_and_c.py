# slip: b-added
import numpy as np

a, b, c = 0.17883277, 0.28466892, 0.55991073


def hlg_oetf(e):
    return np.where(e <= 1 / 12, np.sqrt(3 * e), a * np.log(12 * e + b) - c)
