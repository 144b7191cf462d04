# problem: ddpm-posterior
# expect: invalid
# says: of an object whose class is not here: paste that, too
def entry_of(table, t, shape):
    return table.gather(-1, t).reshape(len(t), *(1,) * (len(shape) - 1))


def q_posterior(self, x_start, x_t, t):
    mean = entry_of(self.posterior_mean_coef1, t, x_t.shape) * x_start
    mean = mean + entry_of(self.posterior_mean_coef2, t, x_t.shape) * x_t
    return mean, entry_of(self.posterior_variance, t, x_t.shape)
