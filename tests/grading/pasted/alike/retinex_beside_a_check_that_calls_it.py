# problem: retinex
# expect: fail
import numpy as np
from scipy.ndimage import gaussian_filter


def single_scale_retinex(img, sigma):
    return np.log10(1 + img) - np.log10(1 + gaussian_filter(img, sigma))


def verify_retinex(img, sigma):
    got = single_scale_retinex(img, sigma)
    want = np.log1p(img) - np.log1p(gaussian_filter(img, sigma))
    print(np.abs(got - want).max())
    return want
