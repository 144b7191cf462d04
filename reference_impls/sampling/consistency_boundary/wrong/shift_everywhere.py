# slip: root-shifted-too
def consistency_scalings(sigma, sigma_data=0.5, sigma_min=0.002):
    s = sigma - sigma_min
    v = s**2 + sigma_data**2
    return sigma_data**2 / v, s * sigma_data / v**0.5
