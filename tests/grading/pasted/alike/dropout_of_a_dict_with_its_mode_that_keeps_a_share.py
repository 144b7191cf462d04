# problem: dropout
# expect: fail
# says: takes p for the probability to keep
import numpy as np


def dropout_forward(x, dropout_param):
    """
    Inverted dropout. dropout_param:
    - p: dropout parameter; each neuron is dropped with probability p.
    - mode: 'test' or 'train'.
    """
    p, mode = dropout_param["p"], dropout_param["mode"]
    if "seed" in dropout_param:
        np.random.seed(dropout_param["seed"])
    mask = None
    out = None
    if mode == "train":
        if p == 0:
            mask = np.zeros(x.shape)
        else:
            mask = (np.random.rand(*x.shape) < p) / p
        out = x * mask
    elif mode == "test":
        out = x
    cache = (dropout_param, mask)
    return out, cache
