# slip: level-of-the-step-before
def q_sample(x0, t, eps, alphas_bar):
    ab = alphas_bar[t - 1]
    for _ in range(x0.dim() - 1):
        ab = ab[..., None]
    return ab.sqrt() * x0 + (1 - ab).sqrt() * eps
