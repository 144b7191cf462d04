import numpy as np


def kaiming_normal(fan_out, fan_in):
    return np.random.randn(fan_out, fan_in) * np.sqrt(2.0 / fan_in)
