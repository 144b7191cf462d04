# slip: first-order
def dpmpp_2m_step(x, x0, x0_prev, sigma, sigma_prev, sigma_next):
    return x0 + sigma_next / sigma * (x - x0)
