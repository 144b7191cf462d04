import torch


@torch.no_grad()
def cfg_eps(model, x: torch.Tensor, t: torch.Tensor, c, w: float = 7.5) -> torch.Tensor:
    """Ho and Salimans' form, with their weight."""
    w_hs = w - 1.0
    guided = model(x, t, c)
    direction = guided - model(x, t, None)
    return guided.add_(direction, alpha=w_hs)
