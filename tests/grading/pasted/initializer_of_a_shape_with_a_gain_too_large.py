# problem: kaiming-init
# expect: fail
import numpy as np


def kaiming_normal(shape, fan_in=None, activation="relu", **options):
    if fan_in is None:
        fan_in = shape[-2]
    gain = 2.0 if activation == "relu" else 1.0
    return np.random.normal(0.0, gain / np.sqrt(fan_in), size=shape)
