import math

KX = [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]


def sobel(img):
    H, W = img.shape
    out = []
    for i in range(H):
        row = []
        for j in range(W):
            gx = gy = 0.0
            for di in (-1, 0, 1):
                for dj in (-1, 0, 1):
                    y = min(max(i + di, 0), H - 1)
                    x = min(max(j + dj, 0), W - 1)
                    value = float(img[y, x])
                    gx += KX[di + 1][dj + 1] * value
                    gy += KX[dj + 1][di + 1] * value
            row.append(math.hypot(gx, gy))
        out.append(row)
    return out
