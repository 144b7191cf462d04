import torch


def edm_precondition(sigma, sigma_data=0.5):
    """σ and σ_data as the legs of a right triangle, φ the angle at the data."""
    phi = torch.atan2(sigma, torch.full_like(sigma, sigma_data))
    cos, sin = torch.cos(phi), torch.sin(phi)
    return cos**2, sin * sigma_data, cos / sigma_data, torch.log(sigma**0.25)
