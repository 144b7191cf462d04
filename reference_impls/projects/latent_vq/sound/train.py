"""Train the autoencoder, then the prior; print, plot and draw samples."""

import torch
import torch.nn.functional as F
from torch import Tensor

from data import SIZE, all_pictures, get_batch
from model import VQModel, to_patches
from plot import draw
from prior import Prior

STEPS = 300
BATCH_SIZE = 64
LR = 4e-3
EVERY = 30

Rows = list[dict[str, float]]


def rebuilding(model: VQModel, x: Tensor) -> tuple[Tensor, Tensor]:
    """What is minimized for pictures (B, 64), and its first term: the reconstruction in nats per picture."""
    logits, _, codebook_loss = model(x)
    rebuilt = F.binary_cross_entropy_with_logits(logits, x, reduction="none").sum(dim=1).mean()
    return rebuilt + codebook_loss, rebuilt


def train_autoencoder(model: VQModel, pictures: Tensor, steps: int, generator: torch.Generator) -> Rows:
    """Train the model. Returns the rows of the log."""
    optimizer = torch.optim.Adam(model.parameters(), lr=LR)
    rows = []
    for step in range(steps):
        if step % EVERY == 0 and step < 2 * steps // 3:
            model.quantizer.revive(model.encoder(to_patches(pictures)))
        loss, rebuilt = rebuilding(model, get_batch(pictures, BATCH_SIZE, generator))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        if step % EVERY == 0 or step == steps - 1:
            with torch.no_grad():
                used = model(pictures)[1].unique().numel()
            row = {"step": step, "rebuilt": rebuilt.item(), "codebook": (loss - rebuilt).item(), "used": used}
            print(
                "step {step:4.0f}  rebuilt {rebuilt:6.2f}  codebook {codebook:.4f}  codes used {used:2.0f}".format(
                    **row
                )
            )
            rows.append(row)
    return rows


def train_prior(prior: Prior, codes: Tensor, steps: int, generator: torch.Generator) -> Rows:
    """Train the prior on the codes of all pictures. Returns the rows of the log."""
    optimizer = torch.optim.Adam(prior.parameters(), lr=LR)
    rows = []
    for step in range(steps):
        loss = prior.loss(get_batch(codes, BATCH_SIZE, generator))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        if step % EVERY == 0 or step == steps - 1:
            rows.append({"step": step, "prior": loss.item()})
            print(f"step {step:4d}  prior {loss.item():6.3f}")
    return rows


def train(seed: int = 0, steps: int = STEPS) -> tuple[tuple[VQModel, Prior], Rows]:
    """The trained autoencoder and prior, and the rows of both logs."""
    torch.manual_seed(seed)
    generator = torch.Generator().manual_seed(seed)
    pictures, model, prior = all_pictures(), VQModel(), Prior()
    rows = train_autoencoder(model, pictures, steps, generator)
    with torch.no_grad():
        codes = model(pictures)[1]
    rows += train_prior(prior, codes, steps, generator)
    return (model, prior), rows


def picture(pixels: Tensor) -> str:
    """The pixels of one picture as characters."""
    lines = pixels.view(SIZE, SIZE).tolist()
    return "\n".join("".join(" .:#"[min(3, int(4 * value))] for value in line) for line in lines)


def main() -> None:
    """Train, plot, sample."""
    torch.set_num_threads(1)
    (model, prior), rows = train()
    print(draw([row["rebuilt"] for row in rows if "rebuilt" in row]))
    for sample in model.decode(prior.sample(3, torch.Generator().manual_seed(0))):
        print(picture(sample), end="\n\n")


if __name__ == "__main__":
    main()
