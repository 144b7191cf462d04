# slip: none
def edm_precondition(sigma, sigma_data=0.5):
    return 1 + 0 * sigma, sigma, 1 + 0 * sigma, (0.5 * sigma).log()
