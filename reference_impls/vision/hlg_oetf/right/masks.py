import numpy as np


def hlg_oetf(E):
    E = np.array(E, dtype=np.float32)
    low = E <= np.float32(1 / 12)
    out = np.empty_like(E)
    out[low] = np.sqrt(3 * E[low])
    out[~low] = 0.17883277 * np.log(12 * E[~low] - 0.28466892) + 0.55991073
    return out
