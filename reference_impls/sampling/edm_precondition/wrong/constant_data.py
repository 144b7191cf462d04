# slip: data-fixed
def edm_precondition(sigma, sigma_data=0.5):
    v = sigma**2 + 0.25
    return 0.25 / v, sigma * 0.5 / v**0.5, v**-0.5, sigma.log() / 4
