def discrete_posterior(x_t, x0, q_t, q_bar_prev):
    joint = q_bar_prev[:, :, None] * q_t[None]          # x0, x_{t-1}, x_t
    post = joint / joint.sum(1, keepdim=True).clamp(min=1e-30)
    return post[x0, :, x_t]
