"""Train the transformer, print and plot the loss, and compare it with its average."""

from collections.abc import Sequence

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from data import CLASSES, SIZE, get_batch
from ema import EMA
from model import ViT
from plot import draw

STEPS = 100
BATCH_SIZE = 32
ACCUMULATION = 2
PEAK_LR = 6e-3
WARMUP = 10
DECAY = 0.9
EVERY = 10

Batch = tuple[Tensor, Tensor]


def lr_at(step: int, steps: int) -> float:
    """Linear warm-up, then linear decay to zero after the last step."""
    return PEAK_LR * min((step + 1) / WARMUP, (steps - step) / (steps - WARMUP))


def make_optimizer(model: nn.Module) -> torch.optim.Optimizer:
    """AdamW on all weights."""
    return torch.optim.AdamW(model.parameters(), lr=PEAK_LR, weight_decay=0.01)


def loss_of(model: nn.Module, pictures: Tensor, labels: Tensor) -> Tensor:
    """Cross-entropy in float32 of a forward pass in bfloat16."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        logits = model(pictures)
    return F.cross_entropy(logits.float(), labels)


def train_step(model: nn.Module, ema: EMA, optimizer: torch.optim.Optimizer, batches: Sequence[Batch]) -> float:
    """One update from several micro-batches of equal size. Returns their mean loss before it."""
    optimizer.zero_grad()
    total = 0.0
    for pictures, labels in batches:
        loss = loss_of(model, pictures, labels) / len(batches)
        loss.backward()
        total += loss.item()
    nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    ema.update(model)
    return total


@torch.no_grad()
def accuracy(model: nn.Module) -> float:
    """Share of 300 pictures, always the same, whose class is right."""
    pictures, labels = get_batch(300, torch.Generator().manual_seed(99))
    return (model(pictures).argmax(dim=1) == labels).float().mean().item()


def train(seed: int = 0, steps: int = STEPS) -> tuple[tuple[ViT, EMA], list[dict[str, float]]]:
    """The model and its average, and the rows of the log."""
    torch.manual_seed(seed)
    generator = torch.Generator().manual_seed(seed)
    model = ViT(SIZE, CLASSES)
    ema, optimizer = EMA(model, DECAY), make_optimizer(model)
    rows = []
    for step in range(steps):
        optimizer.param_groups[0]["lr"] = lr_at(step, steps)
        loss = train_step(model, ema, optimizer, [get_batch(BATCH_SIZE, generator) for _ in range(ACCUMULATION)])
        if step % EVERY == 0 or step == steps - 1:
            row = {"step": step, "loss": loss, "lr": optimizer.param_groups[0]["lr"]}
            row |= {"accuracy": accuracy(model), "average": accuracy(ema.model)}
            print(
                "step {step:3.0f}  loss {loss:.3f}  lr {lr:.5f}  accuracy {accuracy:.3f}  average {average:.3f}".format(
                    **row
                )
            )
            rows.append(row)
    return (model, ema), rows


def main() -> None:
    """Train and plot."""
    torch.set_num_threads(1)
    _, rows = train()
    print(draw([row["loss"] for row in rows]))


if __name__ == "__main__":
    main()
