import numpy as np


def edm_precondition(sigma, sigma_data=0.5):
    s = np.asarray(sigma, dtype=np.float64)
    deviation = np.hypot(s, sigma_data)
    return (sigma_data / deviation) ** 2, s * sigma_data / deviation, 1 / deviation, np.log(s) / 4
