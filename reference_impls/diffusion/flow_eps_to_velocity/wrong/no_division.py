# slip: not-divided
def velocity_from_eps(x_t, eps, t):
    return x_t - eps
