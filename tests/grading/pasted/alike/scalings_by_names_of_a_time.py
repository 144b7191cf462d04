# problem: consistency-boundary
    def get_scalings(self, time):
        c_skip = self.data_std**2 / ((time - self.time_min) ** 2 + self.data_std**2)
        c_out = (time - self.time_min) * self.data_std / (time**2 + self.data_std**2) ** 0.5
        return c_skip, c_out
