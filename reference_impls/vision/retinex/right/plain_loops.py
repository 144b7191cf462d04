from math import exp, log


def single_scale_retinex(img, sigma):
    I = [[float(v) for v in row] for row in img]
    H, W, r = len(I), len(I[0]), int(4 * sigma + 0.5)
    g = {k: exp(-k * k / (2 * sigma * sigma)) for k in range(-r, r + 1)}
    total = sum(g.values())

    def at(i, n):
        i %= 2 * n
        return i if i < n else 2 * n - 1 - i

    cols = [[sum(w * I[at(y + k, H)][x] for k, w in g.items()) / total for x in range(W)] for y in range(H)]
    blur = [[sum(w * cols[y][at(x + k, W)] for k, w in g.items()) / total for x in range(W)] for y in range(H)]
    return [[log(1 + I[y][x]) - log(1 + blur[y][x]) for x in range(W)] for y in range(H)]
