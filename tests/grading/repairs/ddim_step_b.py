# planted: eta-not-squared, direction-subtracted, sigma-not-rooted
# left: eta-not-squared, sigma-not-rooted
def ddim_step(x_t, eps, ab_t, ab_prev, eta=0.0, z=None):
    a, b = ab_t**0.5, (1 - ab_t) ** 0.5
    variance = (1 - ab_prev) * (1 - ab_t / ab_prev) / (1 - ab_t) * eta
    noise_free = x_t / a - b / a * eps
    result = noise_free * ab_prev**0.5 + eps * (1 - ab_prev - variance) ** 0.5
    return result + (variance * z if z is not None else 0)
