"""Pretrain on the old domain, adapt to the new one, print and plot the loss."""

import torch
import torch.nn.functional as F
from torch import Tensor

from data import CLASSES, WIDTH, new_domain, old_domain
from lora import adapters_off, add_lora, merge_lora
from model import Classifier
from plot import draw

STEPS = 200
PRETRAINING = 150
BATCH_SIZE = 64
LR = 5e-3
EVERY = 20


@torch.no_grad()
def accuracy(model: Classifier, x: Tensor, labels: Tensor) -> float:
    """Share of vectors that get their class. The model keeps its mode."""
    was_training = model.training
    model.eval()
    right = (model(x).argmax(dim=1) == labels).float().mean().item()
    model.train(was_training)
    return right


def train_step(model: Classifier, optimizer: torch.optim.Optimizer, x: Tensor, labels: Tensor) -> float:
    """One update. Returns the loss before it."""
    loss = F.cross_entropy(model(x), labels)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()


def pretrain(seed: int) -> Classifier:
    """A classifier of the old domain."""
    torch.manual_seed(seed)
    generator = torch.Generator().manual_seed(seed)
    model = Classifier(WIDTH, CLASSES)
    optimizer = torch.optim.Adam(model.parameters(), lr=3e-3)
    for _ in range(PRETRAINING):
        train_step(model, optimizer, *old_domain(BATCH_SIZE, generator))
    return model


def train(seed: int = 0, steps: int = STEPS) -> tuple[Classifier, list[dict[str, float]]]:
    """The adapted classifier, and the rows of the log."""
    model = pretrain(seed)
    generator = torch.Generator().manual_seed(seed + 1)
    old, new = (make(500, torch.Generator().manual_seed(99)) for make in (old_domain, new_domain))
    adapters = add_lora(model)
    optimizer = torch.optim.Adam(adapters, lr=LR)
    rows = []
    for step in range(steps):
        loss = train_step(model, optimizer, *new_domain(BATCH_SIZE, generator))
        if step % EVERY == 0 or step == steps - 1:
            with adapters_off(model):
                kept = accuracy(model, *old)
            row = {"step": step, "loss": loss, "new": accuracy(model, *new), "old": kept}
            print("step {step:4.0f}  loss {loss:.3f}  new domain {new:.3f}  old domain {old:.3f}".format(**row))
            rows.append(row)
    return model, rows


def main() -> None:
    """Train, plot, merge."""
    torch.set_num_threads(1)
    model, rows = train()
    print(draw([row["loss"] for row in rows]))
    x, _ = new_domain(100, torch.Generator().manual_seed(5))
    model.eval()
    with torch.no_grad():
        print(f"merged and not merged are {(merge_lora(model)(x) - model(x)).abs().max():.1e} apart")


if __name__ == "__main__":
    main()
