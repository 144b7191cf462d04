# slip: scene-light-to-12
import numpy as np

a, b, c = 0.17883277, 0.28466892, 0.55991073


def hlg_oetf(e):
    return np.where(e <= 1, np.sqrt(e) / 2, a * np.log(np.maximum(e - b, 1e-9)) + c)
