# problem: ddim-step
from dataclasses import dataclass


@dataclass
class StepOutput:
    prev_sample: torch.Tensor
    pred_original_sample: torch.Tensor


def step(model_output, sample, alpha_prod_t, alpha_prod_t_prev, eta=0.0, variance_noise=None):
    beta_prod_t = 1 - alpha_prod_t
    clean = (sample - beta_prod_t**0.5 * model_output) / alpha_prod_t**0.5
    variance = (1 - alpha_prod_t_prev) / beta_prod_t * (1 - alpha_prod_t / alpha_prod_t_prev)
    std = eta * variance**0.5
    prev = alpha_prod_t_prev**0.5 * clean + (1 - alpha_prod_t_prev - std**2) ** 0.5 * model_output
    if eta > 0:
        prev = prev + std * variance_noise
    return StepOutput(prev, clean)
