import math


def mirror(i, n):
    while i < 0 or i >= n:
        i = -i - 1 if i < 0 else 2 * n - 1 - i
    return i


def blur(img, s):
    r = math.floor(4 * s + 0.5)
    g = [math.exp(-k * k / (2 * s * s)) for k in range(-r, r + 1)]
    t = sum(g)
    H, W = len(img), len(img[0])
    rows = [[sum(g[k + r] / t * img[y][mirror(x + k, W)] for k in range(-r, r + 1)) for x in range(W)] for y in range(H)]
    return [[sum(g[k + r] / t * rows[mirror(y + k, H)][x] for k in range(-r, r + 1)) for x in range(W)] for y in range(H)]


def difference_of_gaussians(img, sigmas):
    img = [[float(v) for v in row] for row in img]
    b = [blur(img, s) for s in sigmas]
    return [[[q - p for p, q in zip(*rows)] for rows in zip(*pair)] for pair in zip(b, b[1:])]
