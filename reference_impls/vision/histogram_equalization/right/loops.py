import numpy as np
def hist_eq(img):
    H, W = img.shape
    hist = [0] * 256
    for row in img:
        for v in row: hist[int(v)] += 1
    c = 0; cdf = []
    for x in hist: c += x; cdf.append(c)
    first = next(x for x in cdf if x)
    if first == c: return img
    out = np.empty((H, W), dtype=np.uint8)
    for i in range(H):
        for j in range(W):
            out[i, j] = int((cdf[int(img[i, j])] - first) / (c - first) * 255 + 0.5)
    return out
