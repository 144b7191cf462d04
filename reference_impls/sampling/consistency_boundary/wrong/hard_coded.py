# slip: sigma-data-fixed
def consistency_scalings(sigma, sigma_data=0.5, sigma_min=0.002):
    s = sigma - sigma_min
    return 0.25 / (s**2 + 0.25), 0.5 * s / (0.25 + sigma**2) ** 0.5
