# slip: variances-subtracted
def consistency_scalings(sigma, sigma_data=0.5, sigma_min=0.002):
    s2 = sigma**2 - sigma_min**2
    return sigma_data**2 / (s2 + sigma_data**2), sigma_data * (sigma - sigma_min) / (sigma_data**2 + sigma**2) ** 0.5
