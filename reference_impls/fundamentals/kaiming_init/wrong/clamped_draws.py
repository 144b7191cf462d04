# slip: clamped
import numpy as np


def kaiming_normal(fan_out, fan_in):
    std = (2 / fan_in) ** 0.5
    return np.clip(np.random.randn(fan_out, fan_in) * std, -2 * std, 2 * std)
