# slip: none
def q_sample(x0, t, eps, alphas_bar):
    a = alphas_bar[t].view(-1, *([1] * (x0.dim() - 1)))
    x0 *= a ** 0.5
    x0 += (1 - a) ** 0.5 * eps
    return x0
