# slip: equal-steps-assumed
def dpmpp_2m_step(x, x0, x0_prev, sigma, sigma_prev, sigma_next):
    if sigma_next == 0:
        return x0
    D = x0 if x0_prev is None else 1.5 * x0 - 0.5 * x0_prev
    return sigma_next / sigma * x + (1 - sigma_next / sigma) * D
