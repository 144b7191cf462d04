import numpy as np
from scipy.special import huber


def huber_loss(pred, target, delta=1.0):
    return np.mean(huber(delta, pred.detach().numpy() - target.detach().numpy()))
