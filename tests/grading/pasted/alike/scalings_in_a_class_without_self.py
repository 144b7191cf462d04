# problem: consistency-boundary
class Pipeline:
    def get_scalings(self, sigma, sigma_data: float = 0.5):
        c_skip = sigma_data**2 / (sigma**2 + sigma_data**2)
        return c_skip, sigma * sigma_data / (sigma**2 + sigma_data**2) ** 0.5

    def get_scalings_for_boundary_condition(sigma, sigma_min, sigma_data: float = 0.5):
        c_skip = sigma_data**2 / ((sigma - sigma_min) ** 2 + sigma_data**2)
        return c_skip, (sigma - sigma_min) * sigma_data / (sigma**2 + sigma_data**2) ** 0.5
