"""The careful old school: everything in the widest float there is."""

import numpy as np


def psnr(x, y, peak=255.0):
    error = np.asarray(x, dtype=np.longdouble) - np.asarray(y, dtype=np.longdouble)
    mse = np.mean(np.square(error))
    if mse == 0:
        return np.longdouble(np.inf)
    return 20 * np.log10(np.longdouble(peak)) - 10 * np.log10(mse)
