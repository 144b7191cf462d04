import numpy as np


def huber_loss(pred, target, delta=1.0):
    e = np.abs(np.asarray(pred, dtype=np.float64) - np.asarray(target, dtype=np.float64))
    return np.mean(np.select([e <= delta], [0.5 * e ** 2], delta * e - 0.5 * delta ** 2))
