# slip: out-is-the-complement
def consistency_scalings(sigma, sigma_data=0.5, sigma_min=0.002):
    c = sigma_data**2 / ((sigma - sigma_min) ** 2 + sigma_data**2)
    return c, 1 - c
