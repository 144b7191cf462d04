import torch
from torch.optim.lr_scheduler import CosineAnnealingLR


def warmup_cosine(step, warmup, total, peak, floor=0.0):
    if step < warmup:
        return step / warmup * peak
    if step >= total:
        return floor
    w = torch.nn.Parameter(torch.zeros(1))
    sched = CosineAnnealingLR(torch.optim.SGD([w], lr=peak), T_max=total - warmup, eta_min=floor)
    return sched.eta_min + (peak - sched.eta_min) * (1 + torch.cos(torch.tensor(torch.pi) * (step - warmup) / sched.T_max)).item() / 2
