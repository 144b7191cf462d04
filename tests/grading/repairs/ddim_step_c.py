# planted: eta-not-squared, direction-subtracted, sigma-not-rooted
# left: eta-not-squared, direction-subtracted
from torch import Tensor


def ddim_step(x_t: Tensor, eps: Tensor, ab_t, ab_prev, eta=0.0, z=None):
    x0 = (x_t - (1 - ab_t) ** 0.5 * eps) / ab_t**0.5
    s2 = eta * (1 - ab_prev) / (1 - ab_t) * (1 - ab_t / ab_prev)
    s = s2**0.5
    out = ab_prev**0.5 * x0 - (1 - ab_prev - s2) ** 0.5 * eps
    if z is None:
        return out
    return out + s * z
