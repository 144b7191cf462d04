# problem: midpoint-step
# says: your t_end gets t + dt
import torch
from torch import nn, Tensor


class Flow(nn.Module):
    def __init__(self, net):
        super().__init__()
        self.net = net

    def forward(self, x_t: Tensor, t: Tensor) -> Tensor:
        return self.net(x_t, t)

    def step(self, x_t: Tensor, t_start: float, t_end: float) -> Tensor:
        # For simplicity, using midpoint ODE solver in this example
        return x_t + (t_end - t_start) * self(
            x_t + self(x_t, t_start) * (t_end - t_start) / 2,
            t_start + (t_end - t_start) / 2,
        )
