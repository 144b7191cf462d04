# slip: window-one-short
import numpy as np

def median_filter(img, size=3):
    half = size // 2
    padded = np.pad(img, half, 'symmetric')
    out = np.empty_like(img)
    rows, cols = img.shape
    for r in range(half, rows + half):
        for c in range(half, cols + half):
            if half == 0:
                win = padded[r:r + 1, c:c + 1]
            else:
                win = padded[r - half:r + half, c - half:c + half]
            out[r - half, c - half] = np.median(win)
    return out
