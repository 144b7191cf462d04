# problem: mscn
# expect: fail
# says: Only uint8 inputs fail.
from scipy.ndimage import gaussian_filter

def contrast(img, sigma=7 / 6):
    mean = gaussian_filter(img, sigma)
    var = gaussian_filter(img ** 2, sigma) - mean ** 2
    return (img - mean) / (np.sqrt(np.maximum(var, 0)) + 1)
