import numpy as np


def dpo_loss(pol_w, pol_l, ref_w, ref_l, beta=0.1):
    a, b, c, d = (np.asarray(t) for t in (pol_w, pol_l, ref_w, ref_l))
    x = beta * ((a - c) - (b - d))
    # stable: log(1+exp(-x))
    return np.mean(np.maximum(-x, 0) + np.log1p(np.exp(-np.abs(x))))
