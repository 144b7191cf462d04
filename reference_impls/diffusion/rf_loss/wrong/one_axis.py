# slip: two-dimensions-only
import torch
def rf_loss(model, x1):
    z = torch.randn_like(x1)
    t = torch.rand(x1.shape[0], device=x1.device, dtype=x1.dtype)
    a = t.unsqueeze(1)
    x_t = a * x1 + (1 - a) * z
    out = model(x_t, t)
    return (out - x1 + z).pow(2).mean()
