# slip: bayes
def discrete_q_sample_probs(x0, q_bar):
    p = q_bar.T[x0]
    return p / p.sum(-1, keepdim=True)
