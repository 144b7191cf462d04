# problem: vif-pixel
# expect: invalid
# says: needs utils, a file that is not here: paste what comes from it, too
# not: installed
import numpy as np
from utils.windows import smoothed


def vif(ref, dist, sigma_n2=2.0, window=9):
    mean_ref, mean_dist = smoothed(ref, window), smoothed(dist, window)
    var_ref, var_dist = smoothed(ref**2, window) - mean_ref**2, smoothed(dist**2, window) - mean_dist**2
    cov = smoothed(ref * dist, window) - mean_ref * mean_dist
    gain = np.maximum(cov / (var_ref + 1e-10), 0)
    noise = np.maximum(var_dist - gain * cov, 1e-10)
    return np.log2(1 + gain**2 * var_ref / (noise + sigma_n2)).sum() / np.log2(1 + var_ref / sigma_n2).sum()
