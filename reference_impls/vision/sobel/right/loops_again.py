import math
def sobel(img):
    H, W = len(img), len(img[0])
    at = lambda i, j: float(img[min(max(i, 0), H - 1)][min(max(j, 0), W - 1)])
    out = []
    for i in range(H):
        row = []
        for j in range(W):
            gx = sum(w * (at(i + d, j + 1) - at(i + d, j - 1)) for d, w in ((-1, 1), (0, 2), (1, 1)))
            gy = sum(w * (at(i + 1, j + d) - at(i - 1, j + d)) for d, w in ((-1, 1), (0, 2), (1, 1)))
            row.append(math.sqrt(gx * gx + gy * gy))
        out.append(row)
    return out
