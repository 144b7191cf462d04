import numpy as np


def reward_model_loss(r_chosen, r_rejected):
    x = np.asarray(r_chosen) - np.asarray(r_rejected)
    return np.mean(np.logaddexp(0.0, -x))
