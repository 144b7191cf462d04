"""Train both encoders, print and plot the loss, and find captions."""

import torch

from data import MEANINGS, WORDS, get_batch, make_captions, make_pictures
from loss import contrastive_loss, found
from model import CLIP
from plot import draw

STEPS = 150
BATCH_SIZE = 16
LR = 3e-3
EVERY = 15


def make_optimizer(model: CLIP) -> torch.optim.Optimizer:
    """AdamW; weights are decayed, the temperature is not."""
    towers = [*model.pictures.parameters(), *model.captions.parameters()]
    return torch.optim.AdamW(
        [{"params": towers, "weight_decay": 0.01}, {"params": [model.log_scale], "weight_decay": 0.0}], lr=LR
    )


@torch.no_grad()
def accuracy(model: CLIP) -> float:
    """Share of new pictures, one of each meaning, whose caption is found among all."""
    generator, which = torch.Generator().manual_seed(77), torch.arange(len(MEANINGS))
    shares = [found(model(make_pictures(which, generator), make_captions(which, generator))) for _ in range(4)]
    return sum(shares) / len(shares)


def train(seed: int = 0, steps: int = STEPS) -> tuple[CLIP, list[dict[str, float]]]:
    """The trained model, and the rows of the log."""
    torch.manual_seed(seed)
    generator = torch.Generator().manual_seed(seed)
    model = CLIP(len(WORDS))
    optimizer = make_optimizer(model)
    rows = []
    for step in range(steps):
        loss = contrastive_loss(model(*get_batch(BATCH_SIZE, generator)))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        if step % EVERY == 0 or step == steps - 1:
            row = {"step": step, "loss": loss.item(), "found": accuracy(model), "scale": model.log_scale.exp().item()}
            print("step {step:4.0f}  loss {loss:.3f}  found {found:.3f}  scale {scale:.2f}".format(**row))
            rows.append(row)
    return model, rows


def main() -> None:
    """Train, plot, find captions."""
    torch.set_num_threads(1)
    model, rows = train()
    print(draw([row["loss"] for row in rows]))
    which, generator = torch.tensor([0, 9, 22]), torch.Generator().manual_seed(0)
    captions = make_captions(torch.arange(len(MEANINGS)), generator)
    best = model(make_pictures(which, generator), captions).argmax(dim=1)
    for asked, answer in zip(which.tolist(), best.tolist(), strict=True):
        print(f"{' '.join(MEANINGS[asked]):28} found: {' '.join(MEANINGS[answer])}")


if __name__ == "__main__":
    main()
