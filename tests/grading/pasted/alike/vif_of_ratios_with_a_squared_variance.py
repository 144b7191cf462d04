# problem: vif-pixel
# expect: fail
# says: Your code averages the ratio of each window.
# says: Your code squares sigma_n2.
import numpy as np
from scipy.ndimage import uniform_filter


def vif_scalar_gsm(ref, dist, sigma_n2=2.0, window=9):
    ref, dist = ref.astype(float), dist.astype(float)
    near = window // 2

    def mean(image):
        return uniform_filter(image, window)[near : image.shape[0] - near, near : image.shape[1] - near]

    eye = sigma_n2**2
    a, b = mean(ref), mean(dist)
    s_aa = np.clip(mean(ref**2) - a**2, 0, None)
    s_bb = np.clip(mean(dist**2) - b**2, 0, None)
    s_ab = mean(ref * dist) - a * b
    gain = s_ab / (s_aa + 1e-10)
    rest = s_bb - gain * s_ab
    rest[gain < 0] = s_bb[gain < 0]
    gain[gain < 0] = 0
    rest = np.clip(rest, 1e-10, None)
    return float((np.log2(1 + gain**2 * s_aa / (rest + eye)) / np.log2(1 + s_aa / eye)).mean())
