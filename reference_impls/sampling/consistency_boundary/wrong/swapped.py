# slip: exchanged
def consistency_scalings(sigma, sigma_data=0.5, sigma_min=0.002):
    s = sigma - sigma_min
    c_skip = sigma_data**2 / (s**2 + sigma_data**2)
    return sigma_data * s / (sigma_data**2 + sigma**2) ** 0.5, c_skip
