# slip: denominator-of-the-step-before
def discrete_posterior(x_t, x0, q_t, q_bar_prev):
    return q_t.T[x_t] * q_bar_prev[x0] / q_bar_prev[x0, x_t][:, None]
