"""Train the network, print and plot its loss, and look at guided samples."""

import torch
from torch import Tensor

from data import CLASSES, centers, get_batch, make_points
from flow import flow_loss, sample
from model import VelocityNet
from plot import draw

STEPS = 500
BATCH_SIZE = 256
LR = 4e-3
EVERY = 50
SCALE = 2.0


def to_centers(points: Tensor, labels: Tensor) -> tuple[float, float]:
    """Share of points (N, 2) that are nearest to the center of their label, and mean distance to it."""
    distances = torch.cdist(points, centers())
    own = distances.gather(1, labels[:, None]).mean()
    return (distances.argmin(dim=1) == labels).float().mean().item(), own.item()


def train(seed: int = 0, steps: int = STEPS) -> tuple[VelocityNet, list[dict[str, float]]]:
    """The trained model, and the rows of the log."""
    torch.manual_seed(seed)
    generator = torch.Generator().manual_seed(seed)
    points, labels = make_points(3000, generator)
    model = VelocityNet(CLASSES)
    optimizer = torch.optim.Adam(model.parameters(), lr=LR)
    rows, losses = [], []
    for step in range(1, steps + 1):
        loss = flow_loss(model, *get_batch(points, labels, BATCH_SIZE, generator), generator)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
        if step % EVERY == 0:
            asked = torch.arange(CLASSES).repeat(100)
            own, distance = to_centers(sample(model, asked, SCALE, 10, torch.Generator().manual_seed(1)), asked)
            row = {"step": step, "loss": sum(losses) / len(losses), "own": own, "distance": distance}
            print("step {step:4.0f}  loss {loss:.3f}  own class {own:.3f}  distance {distance:.3f}".format(**row))
            rows.append(row)
            losses = []
    return model, rows


def main() -> None:
    """Train, plot, sample."""
    torch.set_num_threads(1)
    model, rows = train()
    print(draw([row["loss"] for row in rows]))
    for label, center in enumerate(centers()):
        drawn = sample(model, torch.full((200,), label), SCALE, 10, torch.Generator().manual_seed(0))
        print(f"class {label}: center {center.tolist()}, mean of samples {drawn.mean(dim=0).tolist()}")


if __name__ == "__main__":
    main()
