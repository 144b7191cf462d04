def vp_marginal(t, beta_min=0.1, beta_max=20.0):
    at_t = (1 - t) * beta_min + t * beta_max
    area = 0.5 * t * (beta_min + at_t)
    alpha_bar = (-area).exp()
    return alpha_bar**0.5, (1 - alpha_bar) ** 0.5
