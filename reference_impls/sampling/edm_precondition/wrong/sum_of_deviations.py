# slip: deviations-added
def edm_precondition(sigma, sigma_data=0.5):
    s = sigma + sigma_data
    return (sigma_data / s) ** 2, sigma * sigma_data / s, 1 / s, sigma.log() / 4
