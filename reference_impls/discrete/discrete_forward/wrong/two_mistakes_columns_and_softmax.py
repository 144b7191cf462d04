# slip: none
def discrete_q_sample_probs(x0, q_bar):
    return q_bar.T[x0].softmax(-1)
