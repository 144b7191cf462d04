# slip: scharr
import numpy as np
def sobel(img):
    p = np.pad(img.astype(float), 1, mode='edge')
    gx = (3*p[:-2,2:] + 10*p[1:-1,2:] + 3*p[2:,2:]) - (3*p[:-2,:-2] + 10*p[1:-1,:-2] + 3*p[2:,:-2])
    gy = (3*p[2:,:-2] + 10*p[2:,1:-1] + 3*p[2:,2:]) - (3*p[:-2,:-2] + 10*p[:-2,1:-1] + 3*p[:-2,2:])
    return np.sqrt(gx**2 + gy**2)
