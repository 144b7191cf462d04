# slip: no-half-in-the-line
import numpy as np


def huber_loss(pred, target, delta=1.0):
    e = np.abs(np.asarray(pred) - np.asarray(target))
    return np.where(e <= delta, 0.5 * e ** 2, delta * e - delta ** 2).mean()
