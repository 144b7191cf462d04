# slip: mean-of-ddpm
import math


def ddim_step(x_t, eps, ab_t, ab_prev, eta=0.0, z=None):
    a = ab_t / ab_prev
    mean = (x_t - (1 - a) / math.sqrt(1 - ab_t) * eps) / math.sqrt(a)
    sigma = eta * math.sqrt((1 - ab_prev) / (1 - ab_t) * (1 - a))
    return mean if z is None else mean + sigma * z
