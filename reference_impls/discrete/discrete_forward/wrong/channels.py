# slip: tokens-last
def discrete_q_sample_probs(x0, q_bar):
    return q_bar[x0].permute(0, 2, 1)
