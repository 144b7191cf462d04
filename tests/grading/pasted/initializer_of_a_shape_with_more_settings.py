# problem: kaiming-init
# says: your shape is (fan_in, fan_out), and your result is turned
import numpy as np


def kaiming_normal(shape, fan_in=None, activation="relu", **options):
    if fan_in is None:
        fan_in = shape[-2]
    gain = np.sqrt(2.0) if activation == "relu" else 1.0
    return np.random.normal(0.0, gain / np.sqrt(fan_in), size=shape)
