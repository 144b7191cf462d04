# problem: kaiming-init
# expect: fail
# says: Your code divides by `fan_out`.
import numpy as np


def he_normal(shape, n_inputs, n_outputs):
    return np.random.normal(0.0, np.sqrt(2.0 / n_outputs), size=shape)
