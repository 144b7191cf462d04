# slip: sigma-of-levels-alone
def ddim_step(x_t, eps, ab_t, ab_prev, eta=0.0, z=None):
    x0 = (x_t - (1 - ab_t) ** 0.5 * eps) / ab_t**0.5
    sigma = eta * ((1 - ab_prev) / (1 - ab_t)) ** 0.5
    direction = (1 - ab_prev - sigma**2) ** 0.5 * eps
    noise = 0 if z is None else sigma * z
    return ab_prev**0.5 * x0 + direction + noise
