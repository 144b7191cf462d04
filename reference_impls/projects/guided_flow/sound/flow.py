"""Flow matching along straight lines, with classifier-free guidance."""

import torch
from torch import Tensor, nn

DROP = 0.15


def interpolate(x1: Tensor, noise: Tensor, t: Tensor) -> Tensor:
    """Where a point is at times (N,), on the line from its noise (N, 2) to the data x1 (N, 2)."""
    t = t[:, None]
    return (1 - t) * noise + t * x1


def velocity(x1: Tensor, noise: Tensor) -> Tensor:
    """How fast it moves along that line, (N, 2)."""
    return x1 - noise


def drop_labels(labels: Tensor, null: int, generator: torch.Generator) -> Tensor:
    """The labels (N,), a share DROP of which is replaced by `null`."""
    dropped = torch.rand(labels.shape, generator=generator) < DROP
    return torch.where(dropped, null, labels)


def flow_loss(model: nn.Module, x1: Tensor, labels: Tensor, generator: torch.Generator) -> Tensor:
    """Mean squared error of the predicted velocity, at random times."""
    noise = torch.randn(x1.shape, generator=generator)
    t = torch.rand(len(x1), generator=generator)
    predicted = model(interpolate(x1, noise, t), t, drop_labels(labels, model.null, generator))
    return (predicted - velocity(x1, noise)).pow(2).mean()


def guided_velocity(model: nn.Module, x: Tensor, t: Tensor, labels: Tensor, scale: float) -> Tensor:
    """The velocity (N, 2) with guidance of this scale: both predictions come from one call of the model."""
    nulls = torch.full_like(labels, model.null)
    both = model(torch.cat([x, x]), torch.cat([t, t]), torch.cat([labels, nulls]))
    conditional, unconditional = both.chunk(2)
    return unconditional + scale * (conditional - unconditional)


@torch.no_grad()
def sample(model: nn.Module, labels: Tensor, scale: float, steps: int, generator: torch.Generator) -> Tensor:
    """A point for each label, (N, 2), by Euler steps from noise at time 0 to data at time 1."""
    x = torch.randn(len(labels), 2, generator=generator)
    for i in range(steps):
        t = torch.full((len(labels),), i / steps)
        x = x + guided_velocity(model, x, t, labels, scale) / steps
    return x
