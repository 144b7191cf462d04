# slip: none
def consistency_scalings(sigma, sigma_data=0.5, sigma_min=0.002):
    v = sigma**2 + sigma_data**2
    return sigma * sigma_data / v**0.5, sigma_data**2 / v
