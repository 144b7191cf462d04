# slip: none
def dpmpp_2m_step(x, x0, x0_prev, sigma, sigma_prev, sigma_next):
    d = (x - x0) / sigma
    if x0_prev is not None and sigma_next > 0:
        d = 1.5 * d - 0.5 * (x - x0_prev) / sigma_prev
    return x + (sigma_next - sigma) * d
