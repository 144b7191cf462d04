# problem: consistency-boundary
# says: skip_scaling and output_scaling are graded together
def skip_scaling(sigma, sigma_data=0.5, sigma_min=0.002):
    """Computes the scaling value for the residual connection."""
    return sigma_data**2 / ((sigma - sigma_min) ** 2 + sigma_data**2)


def output_scaling(sigma, sigma_data=0.5, sigma_min=0.002):
    """Computes the scaling value for the model's output."""
    return (sigma_data * (sigma - sigma_min)) / (sigma_data**2 + sigma**2) ** 0.5
