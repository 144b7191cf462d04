# slip: differences-mirrored
import numpy as np
from scipy.ndimage import uniform_filter
def non_local_means(img, patch=3, search=7, h=0.1):
    img = np.asarray(img, dtype=np.float64)
    H, W = img.shape
    s = search // 2
    P = np.pad(img, s, mode='reflect')
    num = np.zeros_like(img); den = np.zeros_like(img)
    for dy in range(-s, s + 1):
        for dx in range(-s, s + 1):
            sh = P[s+dy:s+dy+H, s+dx:s+dx+W]
            d = uniform_filter((img - sh)**2, size=patch, mode='mirror')
            w = np.exp(-d / (h*h))
            num += w * sh
            den += w
    return num / den
