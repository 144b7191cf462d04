import torch
def alphas_bar(schedule, steps):
    match schedule:
        case "linear":
            betas = torch.linspace(1e-4, 2e-2, steps, dtype=torch.double)
        case "cosine":
            t = torch.arange(0, steps + 1).double()
            log_f = 2 * torch.log(torch.cos((t / steps + 8e-3) / (1 + 8e-3) * torch.acos(torch.zeros((), dtype=torch.double))))
            betas = -torch.expm1(log_f.diff())
            betas[betas > 0.999] = 0.999
        case _:
            raise ValueError("linear or cosine")
    return torch.exp(torch.cumsum(torch.log1p(-betas), 0))
