# slip: sigma-data-fixed-in-the-numerator
def consistency_scalings(sigma, sigma_data=0.5, sigma_min=0.002):
    c_skip = sigma_data**2 / ((sigma - sigma_min) ** 2 + sigma_data**2)
    c_out = (sigma - sigma_min) * 0.5 / (sigma**2 + sigma_data**2) ** 0.5
    return c_skip, c_out
