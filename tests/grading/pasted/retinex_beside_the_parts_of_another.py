# problem: retinex
# expect: fail
from scipy import ndimage


def blur_of(img, sigma):
    blurred = ndimage.gaussian_filter(img.astype(float), sigma, truncate=4.0)
    return img, blurred


def log_ratio(img, blurred):
    return np.log1p(img) - np.log1p(blurred)


def retinex(img, sigma):
    return np.log1p(img) - ndimage.gaussian_filter(np.log1p(img), sigma, truncate=4.0)
