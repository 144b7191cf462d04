# problem: gaussian-mle
class Gaussian:
    def fit(self, x):
        self.mu, self.sigma2 = x.mean(), ((x - x.mean()) ** 2).mean()
        return self.mu
