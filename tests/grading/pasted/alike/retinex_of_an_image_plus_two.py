# problem: retinex
# expect: fail
import numpy as np
from scipy.ndimage import gaussian_filter

def singleScaleRetinex(img, variance):
    retinex = np.log(img) - np.log(gaussian_filter(img, variance))
    return retinex

def SSR(img, variance):
    img_a = np.float64(img) + 2.0 # +1防止log(0)
    img_retinex = singleScaleRetinex(img_a, variance)
    return img_retinex
