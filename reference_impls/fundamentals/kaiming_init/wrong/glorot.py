# slip: xavier
import numpy as np


def kaiming_normal(fan_out, fan_in):
    return np.random.normal(0, np.sqrt(2 / (fan_in + fan_out)), (fan_out, fan_in))
