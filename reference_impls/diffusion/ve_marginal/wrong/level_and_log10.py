# slip: none
import math


def ve_marginal(t, sigma_min=0.01, sigma_max=50.0):
    s = sigma_min * (sigma_max / sigma_min) ** t
    return 1.0, s, s * math.sqrt(2 * math.log10(sigma_max / sigma_min))
