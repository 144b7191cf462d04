import numpy as np


def cfg_score(score_c, score_u, w):
    return np.add(np.multiply(score_u, 1 - w), np.multiply(score_c, w))
