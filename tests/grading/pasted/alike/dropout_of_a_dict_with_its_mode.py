# problem: dropout
# says: given in your dropout_param: p and mode
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
        if p == 1:
            mask = np.zeros(x.shape)
        else:
            mask = (np.random.rand(*x.shape) >= p) / (1 - p)
        out = x * mask
    elif mode == "test":
        out = x
    cache = (dropout_param, mask)
    return out, cache
