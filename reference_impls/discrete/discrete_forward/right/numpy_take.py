import numpy as np


def discrete_q_sample_probs(x0, q_bar):
    return np.take(np.asarray(q_bar), np.asarray(x0), axis=0)
