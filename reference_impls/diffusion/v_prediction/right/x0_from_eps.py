def to_v(x0, eps, alpha_bar):
    x_t = alpha_bar ** 0.5 * x0 + (1 - alpha_bar) ** 0.5 * eps
    return (alpha_bar ** 0.5 * x_t - x0) / (1 - alpha_bar) ** 0.5


def from_v(x_t, v, alpha_bar):
    e = (1 - alpha_bar) ** 0.5 * x_t + alpha_bar ** 0.5 * v
    return (x_t - (1 - alpha_bar) ** 0.5 * e) / alpha_bar ** 0.5, e
