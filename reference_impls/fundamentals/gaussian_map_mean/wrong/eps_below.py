# slip: small-number-below
import numpy as np

EPS = 1e-8

def gaussian_map_mean(x, sigma2, mu0, tau2):
    data_prec = len(x) / sigma2
    prior_prec = 1.0 / tau2
    weighted = np.sum(x) / sigma2 + prior_prec * mu0
    return float(weighted / (data_prec + prior_prec + EPS))
