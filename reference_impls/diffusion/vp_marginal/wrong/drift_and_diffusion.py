# slip: sde-coefficients
def vp_marginal(t, beta_min=0.1, beta_max=20.0):
    beta = beta_min + t * (beta_max - beta_min)
    return -0.5 * beta, beta.sqrt()
