import numpy as np


def mirror(i, n):
    while not 0 <= i < n:
        i = -1 - i if i < 0 else 2 * n - 1 - i
    return i


def median_filter(img, size=3):
    H, W = img.shape
    r = (size - 1) // 2
    out = np.zeros((H, W), dtype=img.dtype)
    for y in range(H):
        for x in range(W):
            window = []
            for dy in range(-r, r + 1):
                for dx in range(-r, r + 1):
                    window.append(img[mirror(y + dy, H), mirror(x + dx, W)])
            window.sort()
            out[y, x] = window[len(window) // 2]
    return out
