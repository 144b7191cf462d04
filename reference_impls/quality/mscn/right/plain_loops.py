from math import exp, sqrt


def mscn(img, sigma=7 / 6, c=1.0):
    I = [[float(v) for v in row] for row in img]
    H, W, r = len(I), len(I[0]), int(4 * sigma + 0.5)
    g = {k: exp(-k * k / (2 * sigma * sigma)) for k in range(-r, r + 1)}
    t = sum(g.values())

    def at(i, n):
        i %= 2 * n
        return i if i < n else 2 * n - 1 - i

    def blur(J):
        cols = [[sum(w * J[at(y + k, H)][x] for k, w in g.items()) / t for x in range(W)] for y in range(H)]
        return [[sum(w * cols[y][at(x + k, W)] for k, w in g.items()) / t for x in range(W)] for y in range(H)]

    m, s = blur(I), blur([[v * v for v in row] for row in I])
    return [[(I[y][x] - m[y][x]) / (sqrt(max(s[y][x] - m[y][x] ** 2, 0.0)) + c) for x in range(W)] for y in range(H)]
