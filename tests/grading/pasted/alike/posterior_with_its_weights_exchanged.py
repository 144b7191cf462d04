# problem: gaussian-map-mean
# expect: fail
class Conjugate:
    def __init__(self, prior_mean, prior_var, generating_var):
        self.prior_mean = prior_mean
        self.prior_var = prior_var
        self.generating_var = generating_var

    def estimate_of_mean(self, drawn):
        count = drawn.shape[0]
        below = count * self.prior_var + self.generating_var
        centre = (self.generating_var * drawn.sum() + self.prior_var * self.prior_mean) / below
        return centre, self.generating_var * self.prior_var / below
