import torch


def ddim_sample(model, x_T: torch.Tensor, alphas_bar: torch.Tensor, steps: int) -> torch.Tensor:
    T = alphas_bar.numel()

    def timestep(i):
        return (T - 1) * (steps - i) // steps

    def to(x, i):
        if i == steps:
            return x
        t, s = timestep(i), timestep(i + 1)
        eps = model(x, x.new_full((len(x),), t, dtype=torch.long)).detach()
        sig_t, sig_s = (1 - alphas_bar[t]).sqrt(), (1 - alphas_bar[s]).sqrt()
        return to(alphas_bar[s].sqrt() * (x - sig_t * eps) / alphas_bar[t].sqrt() + sig_s * eps, i + 1)

    return to(x_T.detach(), 0).detach()
