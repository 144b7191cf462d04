# slip: none
def discrete_q_sample_probs(x0, q_bar):
    return (q_bar @ q_bar)[x0].transpose(1, 2)
