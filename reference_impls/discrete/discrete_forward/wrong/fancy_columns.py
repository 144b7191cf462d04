# slip: columns-in-front
def discrete_q_sample_probs(x0, q_bar):
    return q_bar[..., x0]
