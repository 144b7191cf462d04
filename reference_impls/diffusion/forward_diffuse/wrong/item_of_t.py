# slip: t-as-one-number
def q_sample(x0, t, eps, alphas_bar):
    a = alphas_bar[t.item()]
    return a.sqrt() * x0 + (1 - a).sqrt() * eps
