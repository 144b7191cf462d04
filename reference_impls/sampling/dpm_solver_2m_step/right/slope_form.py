import math


def dpmpp_2m_step(x, x0, x0_prev, sigma, sigma_prev, sigma_next):
    """x0 plus half a step along the line through the last two predictions."""
    keep = sigma_next / sigma
    target = x0
    if x0_prev is not None and sigma_next > 0:
        slope = (x0 - x0_prev) / (math.log(sigma_prev) - math.log(sigma))
        target = x0 + 0.5 * (math.log(sigma) - math.log(sigma_next)) * slope
    return keep * x + (1 - keep) * target
