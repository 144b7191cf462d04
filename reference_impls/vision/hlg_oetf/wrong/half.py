# slip: threshold-one-half
import numpy as np

a, b, c = 0.17883277, 0.28466892, 0.55991073


def hlg_oetf(e):
    return np.where(e <= 0.5, np.sqrt(3 * e), a * np.log(np.maximum(12 * e - b, 1e-9)) + c)
