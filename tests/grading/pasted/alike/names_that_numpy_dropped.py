# problem: srgb-transfer
# says: supplied: np.float = float, np.Inf = np.inf
import numpy as np


def decode(values):
    values = values.astype(np.float)
    dark = values / 12.92
    bright = ((values + 0.055) / 1.055) ** 2.4
    return np.minimum(np.where(values <= 0.04045, dark, bright), np.Inf)
