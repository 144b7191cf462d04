# slip: none
import math


def dpmpp_2m_step(x, x0, x0_prev, sigma, sigma_prev, sigma_next):
    if sigma_next == 0:
        return x0
    h = math.log(sigma / sigma_next)
    D = x0
    if x0_prev is not None:
        r = h / math.log(sigma_prev / sigma)
        D = x0 - (x0 - x0_prev) / (2 * r)
    return sigma_next / sigma * x - math.expm1(-h) * D
