# slip: floor-division
import numpy as np


def gaussian_filter3(img):
    p = np.pad(img.astype(np.float64), 1, "edge")
    r = p[:, :-2] + 2 * p[:, 1:-1] + p[:, 2:]
    return (r[:-2] + 2 * r[1:-1] + r[2:]) // 16
