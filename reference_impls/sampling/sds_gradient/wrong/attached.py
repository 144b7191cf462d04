# slip: graph-of-x-kept
def sds_gradient(model, x, t, eps, c, alphas_bar, w=100.0):
    ab = alphas_bar[t].to(x).reshape(-1, *[1] * (x.ndim - 1))
    x_t = ab**0.5 * x + (1 - ab) ** 0.5 * eps
    ec, eu = model(x_t, t, c), model(x_t, t, None)
    return (1 - ab) * (eu + w * (ec - eu) - eps)
