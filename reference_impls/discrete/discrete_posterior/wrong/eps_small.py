# slip: none
def discrete_posterior(x_t, x0, q_t, q_bar_prev):
    u = q_t[:, x_t].T * q_bar_prev[x0]
    return u / (u.sum(-1, keepdim=True) + 1e-6)
