# slip: time-expanded
# the model does not get t as it came, a number or 0-dim tensor is expanded to the batch
"""x of shape (4, 3), t = torch.tensor(5): the model receives a tensor of shape (4,)."""
import torch


@torch.no_grad()
def cfg_eps(model, x, t, c, w=7.5):
    t = torch.as_tensor(t, device=x.device)
    if t.dim() == 0:
        t = t.expand(x.shape[0])
    eps_c = model(x, t, c)
    eps_u = model(x, t, None)
    return eps_u + w * (eps_c - eps_u)
