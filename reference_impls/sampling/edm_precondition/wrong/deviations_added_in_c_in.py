# slip: in-by-summed-deviations
import torch


def edm_precondition(sigma, sigma_data=0.5):
    sd2 = sigma_data * sigma_data
    denom = sigma.square() + sd2
    c_skip = sd2 / denom
    c_out = sigma * sigma_data / denom.sqrt()
    c_in = (sigma + sigma_data).reciprocal()
    return c_skip, c_out, c_in, 0.25 * sigma.log()
