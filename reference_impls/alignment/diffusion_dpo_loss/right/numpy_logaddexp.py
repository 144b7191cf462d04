import numpy as np


def diffusion_dpo_loss(err_w, err_l, ref_err_w, ref_err_l, beta):
    a, b, c, d = (np.asarray(x, dtype=np.float64) for x in (err_w, err_l, ref_err_w, ref_err_l))
    return np.logaddexp(0.0, beta * ((a - c) - (b - d))).mean()
