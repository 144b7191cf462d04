"""Train the model, print and plot its loss, and write a sample."""

import math

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from data import Vocabulary, get_batch, make_text, split
from model import GPT, Config
from plot import draw
from sample import generate

STEPS = 250
BATCH_SIZE = 16
PEAK_LR = 6e-3
WARMUP = 20
EVERY = 20


def lr_at(step: int, steps: int) -> float:
    """Linear warm-up to PEAK_LR, then a cosine down to a tenth of it."""
    if step < WARMUP:
        return PEAK_LR * (step + 1) / WARMUP
    progress = (step - WARMUP) / max(1, steps - WARMUP)
    return PEAK_LR * (0.1 + 0.9 * 0.5 * (1 + math.cos(math.pi * progress)))


def loss_of(model: nn.Module, x: Tensor, y: Tensor) -> Tensor:
    """Cross-entropy of the targets, in nats per character."""
    logits = model(x)
    return F.cross_entropy(logits.flatten(0, 1), y.flatten())


def train_step(model: nn.Module, optimizer: torch.optim.Optimizer, x: Tensor, y: Tensor) -> float:
    """One update of the weights. Returns the loss before it."""
    loss = loss_of(model, x, y)
    optimizer.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    return loss.item()


@torch.no_grad()
def evaluate(model: nn.Module, tokens: Tensor, batches: int = 2) -> float:
    """Mean loss over some batches of these tokens, always the same ones. The model is in training mode afterwards."""
    generator = torch.Generator().manual_seed(7)
    model.eval()
    losses = [loss_of(model, *get_batch(tokens, 32, model.block_size, generator)) for _ in range(batches)]
    model.train()
    return torch.stack(losses).mean().item()


def train(seed: int = 0, steps: int = STEPS) -> tuple[GPT, list[dict[str, float]]]:
    """The trained model, and the rows of the log."""
    torch.manual_seed(seed)
    generator = torch.Generator().manual_seed(seed)
    text = make_text()
    vocabulary = Vocabulary(text)
    training, validation = split(vocabulary.encode(text))
    model = GPT(Config(len(vocabulary)))
    optimizer = torch.optim.AdamW(model.parameters(), lr=PEAK_LR, weight_decay=0.01)
    rows = []
    for step in range(steps):
        optimizer.param_groups[0]["lr"] = lr_at(step, steps)
        loss = train_step(model, optimizer, *get_batch(training, BATCH_SIZE, model.block_size, generator))
        if step % EVERY == 0 or step == steps - 1:
            row = {
                "step": step,
                "loss": loss,
                "val": evaluate(model, validation),
                "lr": optimizer.param_groups[0]["lr"],
            }
            print("step {step:4.0f}  loss {loss:.3f}  val {val:.3f}  lr {lr:.5f}".format(**row))
            rows.append(row)
    return model, rows


def main() -> None:
    """Train, plot, sample."""
    torch.set_num_threads(1)
    model, rows = train()
    print(draw([row["val"] for row in rows]))
    vocabulary = Vocabulary(make_text())
    start = vocabulary.encode("\n")[None]
    written = generate(model, start, 200, temperature=0.5, generator=torch.Generator().manual_seed(0))
    print(vocabulary.decode(written[0]))


if __name__ == "__main__":
    main()
