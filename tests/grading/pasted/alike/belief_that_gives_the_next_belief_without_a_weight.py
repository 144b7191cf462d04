# problem: gaussian-map-mean
# expect: fail
class GaussianBelief:
    def __init__(self, noise_var, prior_mean=0.0, prior_var=1.0):
        self.noise_var, self.mean, self.var = noise_var, prior_mean, prior_var

    def sample(self, size=1):
        return np.random.normal(self.mean, np.sqrt(self.var), size=size)

    def update(self, data):
        precision = 1 / self.var + len(data) / self.noise_var
        centre = (self.mean + sum(data) / self.noise_var) / precision
        return GaussianBelief(self.noise_var, float(centre), 1 / precision)
