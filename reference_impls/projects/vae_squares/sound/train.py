"""Train the autoencoder, print and plot the negative ELBO, and draw samples."""

import torch
from torch import Tensor

from data import SIZE, all_pictures, get_batch
from losses import objective
from model import VAE
from plot import draw

STEPS = 500
BATCH_SIZE = 128
LR = 4e-3
WARMUP = 200
EVERY = 50


def beta_at(step: int) -> float:
    """Weight of the KL divergence: rises to 1 during the first WARMUP steps."""
    return min(1.0, step / WARMUP)


def make_optimizer(model: VAE) -> torch.optim.Optimizer:
    """Adam on the whole model."""
    return torch.optim.Adam(model.parameters(), lr=LR)


@torch.no_grad()
def evaluate(model: VAE, pictures: Tensor) -> dict[str, float]:
    """The negative ELBO and its terms, averaged over all pictures and five draws."""
    _, rebuilt, divergence = objective(model, pictures.repeat(5, 1), beta=1.0)
    return {"loss": (rebuilt + divergence).item(), "rebuilt": rebuilt.item(), "kl": divergence.item()}


def train(seed: int = 0, steps: int = STEPS) -> tuple[VAE, list[dict[str, float]]]:
    """The trained model, and the rows of the log."""
    torch.manual_seed(seed)
    generator = torch.Generator().manual_seed(seed)
    pictures, model = all_pictures(), VAE()
    optimizer = make_optimizer(model)
    rows = []
    for step in range(steps):
        loss, _, _ = objective(model, get_batch(pictures, BATCH_SIZE, generator), beta_at(step))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        if step % EVERY == 0 or step == steps - 1:
            row = {"step": step, "beta": beta_at(step), **evaluate(model, pictures)}
            print(
                "step {step:4.0f}  beta {beta:.2f}  -elbo {loss:7.2f}  rebuilt {rebuilt:6.2f}  kl {kl:5.2f}".format(
                    **row
                )
            )
            rows.append(row)
    return model, rows


def picture(pixels: Tensor) -> str:
    """The pixels of one picture as characters."""
    lines = pixels.view(SIZE, SIZE).tolist()
    return "\n".join("".join(" .:#"[min(3, int(4 * value))] for value in line) for line in lines)


def main() -> None:
    """Train, plot, sample."""
    torch.set_num_threads(1)
    model, rows = train()
    print(draw([row["loss"] for row in rows]))
    for sample in model.sample(3):
        print(picture(sample), end="\n\n")


if __name__ == "__main__":
    main()
