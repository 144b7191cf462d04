import torch


class RectifiedFlow:
    def __init__(self, model, num_steps):
        self.model, self.N = model, num_steps

    @torch.no_grad()
    def sample_ode(self, z0):
        dt = 1.0 / self.N
        traj = [z0.detach().clone()]
        for i in range(self.N):
            t = torch.ones((z0.shape[0],), dtype=z0.dtype) * i / self.N
            pred = self.model(traj[-1], t)
            traj.append(traj[-1] + pred * dt)
        return traj


def reflow_pairs(model, x0, steps):
    traj = RectifiedFlow(model, steps).sample_ode(x0)
    return traj[0], traj[-1].clone()
