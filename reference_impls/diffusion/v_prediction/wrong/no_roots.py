# slip: no-roots
def to_v(x0, eps, alpha_bar):
    return alpha_bar * eps - (1 - alpha_bar) * x0


def from_v(x_t, v, alpha_bar):
    x0 = alpha_bar * x_t - (1 - alpha_bar) * v
    eps = (1 - alpha_bar) * x_t + alpha_bar * v
    return x0, eps
