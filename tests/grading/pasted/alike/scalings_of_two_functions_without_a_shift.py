# problem: consistency-boundary
# expect: fail
# says: skip_scaling and output_scaling are graded together
# not: returns only result number 2
def skip_scaling(sigma, sigma_data=0.5, sigma_min=0.002):
    return sigma_data**2 / (sigma**2 + sigma_data**2)


def output_scaling(sigma, sigma_data=0.5, sigma_min=0.002):
    return sigma_data * (sigma - sigma_min) / (sigma_data**2 + sigma**2) ** 0.5
