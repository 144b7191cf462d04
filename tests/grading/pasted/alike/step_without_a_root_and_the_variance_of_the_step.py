# problem: ddim-step
# expect: fail
# says: Your code subtracts (1 - ab_t) eps when it computes x0.
# says: without the variance of the step
def ddim_step(x_t, eps, ab_t, ab_prev, eta=0.0, z=None):
    clean = (x_t - (1 - ab_t) * eps) / ab_t**0.5
    sigma = eta * ((1 - ab_prev) / (1 - ab_t)) ** 0.5
    out = ab_prev**0.5 * clean + (1 - ab_prev - sigma**2) ** 0.5 * eps
    return out if z is None else out + sigma * z
