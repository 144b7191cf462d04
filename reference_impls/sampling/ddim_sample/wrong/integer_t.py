# slip: t-not-a-batch
import torch


@torch.no_grad()
def ddim_sample(model, x_T, alphas_bar, steps):
    T = len(alphas_bar)
    seq = list(range(0, T, (T - 1) // steps))
    x = x_T
    for j, i in zip(reversed(seq[:-1]), reversed(seq[1:])):
        et = model(x, torch.as_tensor(i))
        at, at_next = alphas_bar[i], alphas_bar[j]
        x0_t = (x - et * (1 - at).sqrt()) / at.sqrt()
        x = at_next.sqrt() * x0_t + (1 - at_next).sqrt() * et
    return x
