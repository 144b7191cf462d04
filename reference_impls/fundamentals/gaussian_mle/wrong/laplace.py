# slip: absolute-deviation
import numpy as np


def gaussian_mle(x):
    m = np.median(x)
    return m, np.abs(x - m).mean()
