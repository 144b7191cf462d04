# problem: reflow-pairs
# expect: fail
# says: Your code writes into its argument x0.
# not: The answers are wrong, too.
# not: returns the sample twice
import torch


@torch.no_grad()
def reflow_pairs(model, x0, steps):
    z = x0
    for i in range(steps):
        times = torch.full((z.shape[0],), i / steps, dtype=z.dtype, device=z.device)
        z += model(z, times) / steps
    return x0, z
