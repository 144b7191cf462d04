# problem: gaussian-map-mean
def posterior_normal_mean(data, prior_mean, prior_var, likelihood_var):
    precision = 1 / prior_var + len(data) / likelihood_var
    mean = (prior_mean / prior_var + np.sum(data) / likelihood_var) / precision
    return mean, 1 / precision
