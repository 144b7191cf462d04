# slip: sample-clipped
import torch


@torch.no_grad()
def reflow_pairs(v_model, x0, num_steps):
    x, dt = x0, 1.0 / num_steps
    for i in range(num_steps):
        t = torch.full((x.shape[0],), i * dt, dtype=x.dtype, device=x.device)
        x = x + v_model(x, t) * dt
    return x0, x.clamp(-1.0, 1.0)
