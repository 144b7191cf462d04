import numpy as np
def sobel(img):
    a = np.array(img, dtype=np.float32)
    up = np.vstack([a[:1], a[:-1]]); dn = np.vstack([a[1:], a[-1:]])
    L = lambda z: np.hstack([z[:, :1], z[:, :-1]]); R = lambda z: np.hstack([z[:, 1:], z[:, -1:]])
    s = up + 2 * a + dn
    d = dn - up
    return np.sqrt((R(s) - L(s)) ** 2 + (L(d) + 2 * d + R(d)) ** 2)
