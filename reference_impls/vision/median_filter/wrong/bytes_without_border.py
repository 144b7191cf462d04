# slip: border-left-zero-of-bytes
import numpy as np


def smooth_by_median(picture, ksize):
    height, width = picture.shape[:2]
    result = np.zeros((height, width), np.uint8)
    half = ksize // 2
    for y in range(half, height - half):
        for x in range(half, width - half):
            values = picture[y - half : y + half + 1, x - half : x + half + 1].flatten()
            result[y, x] = np.sort(values)[values.size // 2]
    return result
