# problem: gaussian-map-mean
# expect: fail
# says: as if they were standard deviations
# not: weighs the samples
import math
import numpy as np


def normal_normal_posterior(prior_mu, prior_sigma, like_sigma, observations):
    """Closed-form posterior for μ in: μ ~ N(μ0, σ0); x_i | μ ~ N(μ, σL).

    Returns (post_mu, post_sigma). Robust to len(observations) == 0
    (returns the prior unchanged) and to NaN observations (filtered out).
    """
    xs = np.asarray([x for x in observations if not math.isnan(x)],
                    dtype=float)
    n = len(xs)
    prec_prior = 1.0 / (prior_sigma ** 2)
    prec_like = n / (like_sigma ** 2) if n else 0.0
    post_var = 1.0 / (prec_prior + prec_like)
    xbar = float(xs.mean()) if n else 0.0
    post_mu = post_var * (prec_prior * prior_mu + prec_like * xbar)
    return post_mu, math.sqrt(post_var)
