import torch


def flow_sample(model, x0, steps):
    path = [x0.detach()]
    for i in range(steps):
        with torch.no_grad():
            velocity = model(path[i], torch.tensor([i / steps] * x0.shape[0], dtype=x0.dtype, device=x0.device))
        path.append(torch.lerp(path[i], path[i] + velocity, 1 / steps))
    return path[-1]
