# problem: consistency-boundary
# expect: fail
# says: With `sigma` there, your code passes every check.
def consistency_scalings(sigma, sigma_data=0.5, sigma_min=0.002):
    wide = sigma[:, None, None, None] if sigma.ndim == 1 else sigma
    c_skip = sigma_data**2 / ((wide - sigma_min) ** 2 + sigma_data**2)
    c_out = sigma_data * (wide - sigma_min) / (sigma_data**2 + wide**2).sqrt()
    return c_skip, c_out
