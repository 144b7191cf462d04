# problem: consistency-boundary
def boundary(sigma, sigma_data=0.5, sigma_min=0.002):
    sigma = sigma.view(-1, 1, 1, 1)
    c_skip = sigma_data**2 / ((sigma - sigma_min) ** 2 + sigma_data**2)
    c_out = sigma_data * (sigma - sigma_min) / (sigma_data**2 + sigma**2).sqrt()
    return c_skip, c_out
