import torch


def euler_step(v, x, t, dt):
    slope = v(x, t)
    moved = [a + dt * b for a, b in zip(x.flatten().tolist(), slope.flatten().tolist())]
    return torch.tensor(moved, dtype=x.dtype).reshape(x.shape)
