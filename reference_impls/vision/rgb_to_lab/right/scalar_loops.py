import numpy as np


def lin(c):
    return c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4


def f(t):
    return t ** (1 / 3) if t > (6 / 29) ** 3 else (29 / 6) ** 2 * t / 3 + 4 / 29


def convert(r, g, b):
    r, g, b = lin(r), lin(g), lin(b)
    x = 0.4124 * r + 0.3576 * g + 0.1805 * b
    y = 0.2126 * r + 0.7152 * g + 0.0722 * b
    z = 0.0193 * r + 0.1192 * g + 0.9505 * b
    fx, fy, fz = f(x / 0.9505), f(y), f(z / 1.0890)
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def rgb_to_lab(rgb):
    flat = np.asarray(rgb, dtype=float).reshape(-1, 3)
    return np.array([convert(*map(float, p)) for p in flat]).reshape(rgb.shape)
