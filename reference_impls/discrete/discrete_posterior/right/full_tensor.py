def discrete_posterior(x_t, x0, q_t, q_bar_prev):
    joint = q_bar_prev[:, :, None] * q_t[None, :, :]
    table = joint / joint.sum(1, keepdim=True).clamp_min(1e-30)
    return table[x0, :, x_t]
