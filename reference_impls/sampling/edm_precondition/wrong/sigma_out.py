# slip: out-without-the-data
def edm_precondition(sigma, sigma_data=0.5):
    v = sigma**2 + sigma_data**2
    return sigma_data**2 / v, sigma / v**0.5, v**-0.5, sigma.log() / 4
