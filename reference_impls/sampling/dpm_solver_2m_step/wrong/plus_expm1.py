# slip: added
import math


def dpmpp_2m_step(x, x0, x0_prev, sigma, sigma_prev, sigma_next):
    if sigma_next == 0:
        return x0
    h = math.log(sigma / sigma_next)
    D = x0
    if x0_prev is not None:
        r = math.log(sigma_prev / sigma) / h
        D = (1 + 1 / (2 * r)) * x0 - 1 / (2 * r) * x0_prev
    return sigma_next / sigma * x + math.expm1(-h) * D
