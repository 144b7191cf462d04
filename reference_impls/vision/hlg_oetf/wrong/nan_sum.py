# slip: parts-weighted-by-0-and-1
import numpy as np

a, b, c = 0.17883277, 0.28466892, 0.55991073


def hlg_oetf(e):
    low = e <= 1 / 12
    return low * np.sqrt(3 * e) + (1 - low) * (a * np.log(12 * e - b) + c)
