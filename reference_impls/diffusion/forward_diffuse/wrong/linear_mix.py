# slip: noise-linear
def q_sample(x0, t, eps, alphas_bar):
    s = alphas_bar[t].sqrt().view(x0.shape[0], *([1] * (x0.dim() - 1)))
    return s * x0 + (1 - s) * eps
