# slip: c-left-out
import numpy as np

a, b = 0.17883277, 0.28466892


def hlg_oetf(e):
    return np.where(e <= 1 / 12, np.sqrt(3 * e), a * np.log(np.maximum(12 * e - b, 1e-9)))
