# slip: none
def consistency_scalings(sigma, sigma_data=0.5, sigma_min=0.002):
    s = sigma - sigma_min
    return sigma_data**2 / (s**2 + sigma_data**2), s / (s**2 + sigma_data**2) ** 0.5
