import torch


def cfg_eps(model, x, t, c, w=7.5):
    prev = torch.is_grad_enabled()
    torch.set_grad_enabled(False)
    try:
        e0 = model(x, t, None)
        e1 = model(x, t, c)
    finally:
        torch.set_grad_enabled(prev)
    return e0.add(e1.sub(e0), alpha=w)
