# slip: inside-written-over
import numpy as np


def gaussian_filter3(img):
    img = img.astype(np.float64).copy()
    k = np.array([[1, 2, 1], [2, 4, 2], [1, 2, 1]]) / 16
    for i in range(1, img.shape[0] - 1):
        for j in range(1, img.shape[1] - 1):
            img[i, j] = (img[i - 1:i + 2, j - 1:j + 2] * k).sum()
    return img
