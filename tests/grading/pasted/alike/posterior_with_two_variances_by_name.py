# problem: gaussian-map-mean
from typing import Tuple

import numpy as np


class BayesianInference:
    @staticmethod
    def normal_normal_posterior(
        data: np.ndarray,
        prior_mu: float,
        prior_sigma2: float,
        likelihood_sigma2: float
    ) -> Tuple[float, float]:
        """
        Normal-Normal conjugate pair (known variance).

        Prior: μ ~ N(μ₀, σ₀²)
        Likelihood: X | μ ~ N(μ, σ²)
        Posterior: μ | X ~ N(μ_n, σ_n²)

        Returns (posterior_mu, posterior_sigma2)
        """
        n = len(data)
        x_bar = np.mean(data) if n else 0.0

        # Posterior precision = prior precision + n × likelihood precision
        precision_prior = 1 / prior_sigma2
        precision_likelihood = 1 / likelihood_sigma2

        posterior_precision = precision_prior + n * precision_likelihood
        posterior_sigma2 = 1 / posterior_precision
        posterior_mu = posterior_sigma2 * (precision_prior * prior_mu + n * precision_likelihood * x_bar)
        return posterior_mu, posterior_sigma2
