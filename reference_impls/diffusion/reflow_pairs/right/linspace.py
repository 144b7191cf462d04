import torch


@torch.inference_mode()
def reflow_pairs(model, x0, steps):
    grid = torch.linspace(0, 1, steps + 1, dtype=torch.float64)
    x = x0
    for a, b in zip(grid[:-1], grid[1:]):
        x = x + float(b - a) * model(x, a.to(x0.dtype).expand(x0.shape[0]))
    return [x0, x]
