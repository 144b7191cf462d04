# slip: every-third-window
import numpy as np
from scipy.ndimage import uniform_filter


def vif_scalar_gsm(ref, dist, sigma_n2=2.0, window=9):
    rows, columns = (n - n % 3 for n in ref.shape)
    a, b = (image[:rows, :columns].astype(float) for image in (ref, dist))
    low, high = window // 2, (window - 1) // 2

    def mean(image):
        whole = uniform_filter(image, window, mode="nearest")
        return whole[low : rows - high : 3, low : columns - high : 3]

    ma, mb = mean(a), mean(b)
    va, vb, c = mean(a * a) - ma * ma, mean(b * b) - mb * mb, mean(a * b) - ma * mb
    g = c / (va + 1e-10)
    left = np.where(g < 0, vb, vb - g * c)
    g = np.maximum(g, 0)
    left = np.maximum(left, 1e-10)
    seen = np.log2(1 + g * g * va / (left + sigma_n2)).sum()
    return seen / np.log2(1 + va / sigma_n2).sum()
