"""Train the model, and decode with the cache along the way."""

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from data import ANSWER, PROMPT, VOCAB_SIZE, get_batch
from decode import generate_cached, largest_gap
from model import Config, Transformer
from plot import draw

STEPS = 80
BATCH_SIZE = 32
LR = 2e-3
EVERY = 8


def loss_of(model: nn.Module, tokens: Tensor) -> Tensor:
    """Cross-entropy of the answers' digits."""
    logits, targets = model(tokens[:, :-1]), tokens[:, 1:]
    answer = slice(PROMPT - 1, None)
    return F.cross_entropy(logits[:, answer].flatten(0, 1), targets[:, answer].flatten())


def accuracy(model: nn.Module, batches: int = 2) -> float:
    """Share of the answers' digits that decoding with a cache gets right."""
    generator = torch.Generator().manual_seed(99)
    caches, right = model.new_caches(32), []
    for _ in range(batches):
        tokens = get_batch(32, generator)
        written = generate_cached(model, tokens[:, :PROMPT], ANSWER, caches)
        right.append((written[:, PROMPT:] == tokens[:, PROMPT:]).float().mean())
    return torch.stack(right).mean().item()


def train(seed: int = 0, steps: int = STEPS) -> tuple[Transformer, list[dict[str, float]]]:
    """The trained model, and the rows of the log."""
    torch.manual_seed(seed)
    generator = torch.Generator().manual_seed(seed)
    model = Transformer(Config(VOCAB_SIZE))
    optimizer = torch.optim.AdamW(model.parameters(), lr=LR)
    rows = []
    for step in range(steps):
        loss = loss_of(model, get_batch(BATCH_SIZE, generator))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        if step % EVERY == 0 or step == steps - 1:
            gap = largest_gap(model, get_batch(4, torch.Generator().manual_seed(5)), prefill=4)
            row = {"step": step, "loss": loss.item(), "accuracy": accuracy(model), "gap": gap}
            print("step {step:4.0f}  loss {loss:.3f}  accuracy {accuracy:.3f}  gap {gap:.1e}".format(**row))
            rows.append(row)
    return model, rows


def main() -> None:
    """Train and plot."""
    torch.set_num_threads(1)
    _, rows = train()
    print(draw([row["loss"] for row in rows]))


if __name__ == "__main__":
    main()
