# slip: converted-too-late
import numpy as np
def sobel(img):
    x = np.pad(img, 1, mode='edge')
    gx = (x[:-2, 2:] + 2*x[1:-1, 2:] + x[2:, 2:]) - (x[:-2, :-2] + 2*x[1:-1, :-2] + x[2:, :-2])
    gy = (x[2:, :-2] + 2*x[2:, 1:-1] + x[2:, 2:]) - (x[:-2, :-2] + 2*x[:-2, 1:-1] + x[:-2, 2:])
    return np.sqrt(gx.astype(float)**2 + gy.astype(float)**2)
