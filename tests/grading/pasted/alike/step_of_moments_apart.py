# problem: adamw-step
# says: your m, v and t are kept in state
import numpy as np


def adamw(theta, g, m, v, t, lr, b1, b2, eps, wd):
    m = b1 * m + (1 - b1) * g
    v = b2 * v + (1 - b2) * np.square(g)
    first, second = m / (1 - b1**t), v / (1 - b2**t)
    return theta - lr * (first / (np.sqrt(second) + eps) + wd * theta), m, v
