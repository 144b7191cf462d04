# slip: not-broadcast
import torch
def q_sample(x0, t, eps, alphas_bar):
    a_bar = alphas_bar[t]
    return a_bar.sqrt() * x0 + (1 - a_bar).sqrt() * eps
