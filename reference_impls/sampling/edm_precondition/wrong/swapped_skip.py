# slip: skip-and-noise-exchanged
def edm_precondition(sigma, sigma_data=0.5):
    v = sigma**2 + sigma_data**2
    return sigma**2 / v, sigma * sigma_data / v**0.5, v**-0.5, sigma.log() / 4
