import numpy as np


def dpmpp_2m_step(x, x0, x0_prev, sigma, sigma_prev, sigma_next):
    """DDIM toward a corrected prediction, with the noise written out."""
    noise = (x - x0) / sigma
    ddim = x0 + sigma_next * noise
    if x0_prev is None or not sigma_next:
        return ddim
    two_r = 2 * float(np.log(sigma_prev / sigma) / np.log(sigma / sigma_next))
    return ddim + (sigma - sigma_next) / sigma / two_r * (x0 - x0_prev)
