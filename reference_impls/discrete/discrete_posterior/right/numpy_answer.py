import numpy as np


def discrete_posterior(x_t, x0, q_t, q_bar_prev):
    x_t, x0, q_t, q_bar_prev = (np.asarray(a) for a in (x_t, x0, q_t, q_bar_prev))
    q_bar = q_bar_prev @ q_t
    return q_t[:, x_t].T * q_bar_prev[x0] / q_bar[x0, x_t][:, None]
