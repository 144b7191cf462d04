# problem: annealed-langevin
import torch


def langevin_dynamics(grad_function, x, sigma_i, alpha, noise):
    for t in range(noise.shape[0]):
        score = grad_function(x, sigma_i)
        x = x + (alpha / 2) * score + torch.sqrt(alpha) * noise[t]
    return x


@torch.no_grad()
def annealed_langevin_dynamics(grad_function, x, sigmas, noise, eps=0.1, T=100):
    for i, sigma_i in enumerate(sigmas):
        alpha_i = eps * (sigma_i ** 2) / (sigmas[-1] ** 2)
        x = langevin_dynamics(grad_function, x, sigma_i, alpha_i, noise[i, :T])
    return x
