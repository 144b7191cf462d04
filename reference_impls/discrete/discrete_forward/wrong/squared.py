# slip: two-steps
def discrete_q_sample_probs(x0, q_bar):
    return q_bar[x0] @ q_bar
