import numpy as np


def patchify(x, p):
    b, c, h, w = np.shape(x)
    y = np.asarray(x).reshape(b, c, h // p, p, w // p, p)
    return y.transpose(0, 2, 4, 3, 5, 1).reshape(b, -1, p * p * c)


def unpatchify(tokens, p, h, w):
    b = np.shape(tokens)[0]
    y = np.asarray(tokens).reshape(b, h // p, w // p, p, p, -1)
    return y.transpose(0, 5, 1, 3, 2, 4).reshape(b, -1, h, w)
