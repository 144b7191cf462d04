# problem: dpm-solver-2m-step
# says: your loop is called for one step of it
import torch
from tqdm.auto import trange


@torch.no_grad()
def sample_2m(model, x, sigmas, extra_args=None, disable=None):
    extra_args = extra_args or {}
    ones = x.new_ones([x.shape[0]])
    to_t = lambda sigma: -sigma.log()
    previous = None
    for i in trange(len(sigmas) - 1, disable=disable):
        denoised = model(x, sigmas[i] * ones, **extra_args)
        t, t_next = to_t(sigmas[i]), to_t(sigmas[i + 1])
        h = t_next - t
        ratio = sigmas[i + 1] / sigmas[i]
        if previous is None or sigmas[i + 1] == 0:
            x = ratio * x - torch.expm1(-h) * denoised
        else:
            r = (t - to_t(sigmas[i - 1])) / h
            mixed = (1 + 1 / (2 * r)) * denoised - previous / (2 * r)
            x = ratio * x - torch.expm1(-h) * mixed
        previous = denoised
    return x
