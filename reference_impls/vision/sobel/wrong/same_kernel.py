# slip: same-direction-twice
import numpy as np
def sobel(img):
    p = np.pad(img.astype(float), 1, mode='edge')
    gx = (p[:-2,2:] + 2*p[1:-1,2:] + p[2:,2:]) - (p[:-2,:-2] + 2*p[1:-1,:-2] + p[2:,:-2])
    return np.sqrt(gx**2 + gx**2)
