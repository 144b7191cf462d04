# slip: view-for-vectors
def q_sample(x0, t, eps, alphas_bar):
    ab = alphas_bar[t].unsqueeze(-1)
    return ab ** 0.5 * x0 + (1 - ab) ** 0.5 * eps
