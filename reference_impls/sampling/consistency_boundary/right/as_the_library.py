class KarrasDenoiser:
    """get_scalings_for_boundary_condition, as the paper's code has it."""

    def __init__(self, sigma_data, sigma_min):
        self.sigma_data, self.sigma_min = sigma_data, sigma_min

    def get_scalings_for_boundary_condition(self, sigma):
        c_skip = self.sigma_data**2 / ((sigma - self.sigma_min) ** 2 + self.sigma_data**2)
        c_out = (sigma - self.sigma_min) * self.sigma_data / (sigma**2 + self.sigma_data**2) ** 0.5
        return c_skip, c_out


def consistency_scalings(sigma, sigma_data=0.5, sigma_min=0.002):
    return KarrasDenoiser(sigma_data, sigma_min).get_scalings_for_boundary_condition(sigma)
