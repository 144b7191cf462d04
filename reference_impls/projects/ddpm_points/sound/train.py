"""Train the network, print and plot its loss, and draw samples."""

import torch
from torch import Tensor

from data import Normalizer, distance_to_center, make_points
from diffusion import Diffusion
from model import NoisePredictor
from plot import draw

STEPS = 600
BATCH_SIZE = 256
LR = 1e-2
EVERY = 50


class Sampler:
    """What training leaves: points in the units of the data."""

    def __init__(self, diffusion: Diffusion, model: NoisePredictor, normalizer: Normalizer) -> None:
        self.diffusion, self.model, self.normalizer = diffusion, model, normalizer

    def __call__(self, count: int, seed: int = 0) -> Tensor:
        """New points, (count, 2)."""
        return self.normalizer.undo(self.diffusion.sample(self.model, count, torch.Generator().manual_seed(seed)))


def train(seed: int = 0, steps: int = STEPS) -> tuple[Sampler, list[dict[str, float]]]:
    """A sampler, and the rows of the log."""
    torch.manual_seed(seed)
    generator = torch.Generator().manual_seed(seed)
    points = make_points(4000, generator)
    normalizer, diffusion = Normalizer(points), Diffusion()
    x = normalizer.apply(points)
    model = NoisePredictor(diffusion.steps)
    sampler = Sampler(diffusion, model, normalizer)
    optimizer = torch.optim.Adam(model.parameters(), lr=LR)
    rows, losses = [], []
    for step in range(1, steps + 1):
        optimizer.param_groups[0]["lr"] = LR * (1 - (step - 1) / steps)
        batch = x[torch.randint(len(x), (BATCH_SIZE,), generator=generator)]
        loss = diffusion.loss(model, batch, generator)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
        if step % EVERY == 0:
            row = {"step": step, "loss": sum(losses) / len(losses), "distance": distance_to_center(sampler(300))}
            print("step {step:4.0f}  loss {loss:.3f}  distance {distance:.3f}".format(**row))
            rows.append(row)
            losses = []
    return sampler, rows


def picture(points: Tensor, size: int = 21) -> str:
    """The points as characters on a grid."""
    low, high = points.min(dim=0).values, points.max(dim=0).values
    cells = {(int(r), int(c)) for c, r in ((points - low) / (high - low) * (size - 1)).round()}
    return "\n".join("".join(" o" if (size - 1 - r, c) in cells else " ." for c in range(size)) for r in range(size))


def main() -> None:
    """Train, plot, draw samples."""
    torch.set_num_threads(1)
    sampler, rows = train()
    print(draw([row["loss"] for row in rows]))
    print(picture(sampler(300)))


if __name__ == "__main__":
    main()
