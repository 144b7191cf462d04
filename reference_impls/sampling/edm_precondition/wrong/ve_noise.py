# slip: half-in-the-logarithm
def edm_precondition(sigma, sigma_data=0.5):
    v = sigma**2 + sigma_data**2
    return sigma_data**2 / v, sigma * sigma_data / v**0.5, v**-0.5, (0.5 * sigma).log()
