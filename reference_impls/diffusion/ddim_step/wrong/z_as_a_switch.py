# slip: z-as-a-switch
def ddim_step(x_t, eps, ab_t, ab_prev, eta=0.0, z=None):
    x0 = (x_t - (1 - ab_t) ** 0.5 * eps) / ab_t**0.5
    s2 = (1 - ab_prev) / (1 - ab_t) * (1 - ab_t / ab_prev) if z is not None else 0
    o = ab_prev**0.5 * x0 + (1 - ab_prev - s2) ** 0.5 * eps
    return o if z is None else o + s2**0.5 * z
