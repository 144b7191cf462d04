# slip: root-of-the-skip
def edm_precondition(sigma, sigma_data=0.5):
    v = sigma**2 + sigma_data**2
    return sigma_data / v**0.5, sigma * sigma_data / v**0.5, v**-0.5, sigma.log() / 4
