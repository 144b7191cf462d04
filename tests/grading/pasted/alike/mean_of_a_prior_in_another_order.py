# problem: gaussian-map-mean
def map_of_the_mean(samples, mu_prior, var_prior, var_noise):
    return float((var_prior * samples.sum() + var_noise * mu_prior) / (len(samples) * var_prior + var_noise))
