import torch


def midpoint_step(v, x, t, dt):
    t_next = t + dt
    t_mid = (t + t_next) / 2
    x_euler = torch.add(x, v(x, t), alpha=dt)
    x_mid = torch.lerp(x, x_euler, 0.5)
    return torch.add(x, v(x_mid, t_mid), alpha=t_next - t)
