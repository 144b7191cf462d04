# slip: variance-exploding
def q_sample(x0, t, eps, alphas_bar):
    a = alphas_bar[t].view(-1, *([1] * (x0.dim() - 1)))
    sigma = (1 / a - 1) ** 0.5
    return x0 + sigma * eps
