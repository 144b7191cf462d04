# problem: flow-sample
# says: given in your config: num_steps
from dataclasses import dataclass


@dataclass
class SolverConfig:
    num_steps: int = 20
    keep_path: bool = True


def integrate(velocity_model, noise, config: SolverConfig):
    x, path = noise, [noise]
    for i in range(config.num_steps):
        t = torch.full((len(x),), i / config.num_steps, dtype=x.dtype)
        x = x + velocity_model(x, t) / config.num_steps
        path.append(x)
    return (x, path) if config.keep_path else x
