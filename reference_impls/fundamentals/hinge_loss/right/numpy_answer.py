import numpy as np


def hinge_loss(scores, y):
    return np.maximum(0, 1 - np.asarray(y) * np.asarray(scores)).mean()
