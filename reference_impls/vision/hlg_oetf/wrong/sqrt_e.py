# slip: root-without-3
import numpy as np

a, b, c = 0.17883277, 0.28466892, 0.55991073


def hlg_oetf(e):
    return np.where(e <= 1 / 12, np.sqrt(e), a * np.log(np.maximum(12 * e - b, 1e-9)) + c)
