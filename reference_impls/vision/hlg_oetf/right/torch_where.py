import torch


def hlg_oetf(e):
    e = torch.as_tensor(e).double()
    log = (12 * e - 0.28466892).clamp(min=1e-6).log() * 0.17883277 + 0.55991073
    return torch.where(e > 1 / 12, log, (3 * e).sqrt())
