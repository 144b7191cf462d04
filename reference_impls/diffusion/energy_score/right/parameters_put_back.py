import torch


def score_from_energy(f, data):
    """Backward on a copy, for energies that are modules: their gradients are saved and put back."""
    modules = [c.cell_contents for c in (getattr(f, "__closure__", None) or ()) if isinstance(c.cell_contents, torch.nn.Module)]
    if isinstance(f, torch.nn.Module):
        modules.append(f)
    saved = [(p, p.grad) for m in modules for p in m.parameters()]
    for p, _ in saved:
        p.grad = None
    copy = data.detach().clone().requires_grad_()
    f(copy).backward(torch.ones(len(data), dtype=data.dtype))
    for p, g in saved:
        p.grad = g
    return -copy.grad
