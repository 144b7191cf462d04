# slip: search-ends-early
import numpy as np


def non_local_means(img, patch=3, search=7, h=0.1):
    img = np.asarray(img, dtype=np.float64)
    H, W = img.shape
    p, s = patch // 2, search // 2
    big = np.pad(img, p + s, mode="reflect")
    out = np.zeros((H, W))
    for y in range(H):
        for x in range(W):
            cy, cx = y + p + s, x + p + s
            own = big[cy - p : cy + p + 1, cx - p : cx + p + 1]
            total = norm = 0.0
            for qy in range(cy - s, cy + max(s, 1)):
                for qx in range(cx - s, cx + max(s, 1)):
                    other = big[qy - p : qy + p + 1, qx - p : qx + p + 1]
                    d = np.mean((own - other) ** 2)
                    w = np.exp(-d / h**2)
                    total += w * big[qy, qx]
                    norm += w
            out[y, x] = total / norm
    return out
