# slip: reshaped-not-transposed
def discrete_posterior(x_t, x0, q_t, q_bar_prev):
    u = q_t[:, x_t].reshape(len(x_t), -1) * q_bar_prev[x0]
    return u / u.sum(-1, keepdim=True)
