# slip: none
import math


def ddim_step(x_t, eps, ab_t, ab_prev, eta=0.0, z=None):
    """The posterior mean of DDPM, with eta scaling the noise."""
    alpha = ab_t / ab_prev
    mean = (x_t - (1 - alpha) / math.sqrt(1 - ab_t) * eps) / math.sqrt(alpha)
    sigma = math.sqrt((1 - ab_prev) / (1 - ab_t) * (1 - alpha))
    return mean if z is None else mean + eta * sigma * z
