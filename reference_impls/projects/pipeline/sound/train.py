"""Train the classifier, print and plot its validation loss."""

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from data import FEATURES, make_table
from pipeline import Standardizer, augment, batches, features_and_labels, split_rows
from plot import draw

STEPS = 12
BATCH_SIZE = 16
LR = 4e-3


class Classifier:
    """A network together with the standardization that it was trained with."""

    def __init__(self, standardizer: Standardizer, features: int) -> None:
        self.standardizer = standardizer
        self.net = nn.Sequential(nn.Linear(features, 64), nn.ReLU(), nn.Linear(64, 1))

    def logits(self, x: Tensor) -> Tensor:
        """Raw features (N, F) to the logits of being sick, (N,)."""
        return self.net(self.standardizer.apply(x))[:, 0]


@torch.no_grad()
def evaluate(classifier: Classifier, x: Tensor, y: Tensor) -> tuple[float, float]:
    """Loss and accuracy on raw features (N, F) and labels (N,)."""
    logits = classifier.logits(x)
    return F.binary_cross_entropy_with_logits(logits, y).item(), ((logits > 0) == (y > 0.5)).float().mean().item()


def train(seed: int = 0, steps: int = STEPS) -> tuple[Classifier, list[dict[str, float]]]:
    """The classifier after `steps` epochs, and the rows of the log."""
    torch.manual_seed(seed)
    generator = torch.Generator().manual_seed(seed)
    table, who = make_table(100, generator)
    train_rows, val_rows = split_rows(who, 0.25, generator)
    x, y = features_and_labels(table[train_rows])
    val_x, val_y = features_and_labels(table[val_rows])
    classifier = Classifier(Standardizer(x), x.shape[1])
    x = classifier.standardizer.apply(x)
    optimizer = torch.optim.Adam(classifier.net.parameters(), lr=LR)
    rows = []
    for step in range(steps):
        losses = []
        for batch, labels in batches(x, y, BATCH_SIZE, generator):
            logits = classifier.net(augment(batch, generator))[:, 0]
            loss = F.binary_cross_entropy_with_logits(logits, labels)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
        val, accuracy = evaluate(classifier, val_x, val_y)
        row = {"step": step, "loss": sum(losses) / len(losses), "val": val, "accuracy": accuracy}
        print("epoch {step:3.0f}  loss {loss:.3f}  val {val:.3f}  accuracy {accuracy:.3f}".format(**row))
        rows.append(row)
    return classifier, rows


def main() -> None:
    """Train, plot, and look at new patients."""
    torch.set_num_threads(1)
    classifier, rows = train()
    print(draw([row["val"] for row in rows]))
    table, _ = make_table(200, torch.Generator().manual_seed(123))
    print(f"accuracy on new patients: {evaluate(classifier, table[:, :FEATURES], table[:, FEATURES])[1]:.3f}")


if __name__ == "__main__":
    main()
