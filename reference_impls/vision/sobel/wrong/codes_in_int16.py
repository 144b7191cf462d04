# slip: integers-in-int16
import numpy as np
def sobel(img):
    a = np.pad(np.asarray(img).astype(np.int16) if img.dtype.kind in 'iu' else img, 1, mode='edge')
    k = np.outer([1, 2, 1], [-1, 0, 1]).astype(a.dtype); H, W = img.shape
    gx = sum(k[i, j] * a[i:i+H, j:j+W] for i in range(3) for j in range(3))
    gy = sum(k[j, i] * a[i:i+H, j:j+W] for i in range(3) for j in range(3))
    return np.sqrt((gx * gx + gy * gy).astype(float))
