"""How the data pipeline is judged.

Public: `make_table` (data); `split_rows`, `features_and_labels`, `Standardizer` with mean, std and apply, `augment`, `batches`
(pipeline); `Classifier` with standardizer, net and logits, `evaluate`, `train`, BATCH_SIZE (train).
"""

from __future__ import annotations

from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor

from reference_impls.problem import expect, expect_close
from reference_impls.projects.running import Check, Project


def patients_stay_on_one_side(project: Project) -> None:
    who = torch.arange(40).repeat_interleave(6)
    training, validation = project.module("pipeline").split_rows(who, 0.25, torch.Generator().manual_seed(0))
    shared = set(who[training].tolist()) & set(who[validation].tolist())
    expect(not shared, f"{len(shared)} patients have rows in training and in validation")


def every_row_is_on_one_side(project: Project) -> None:
    who = torch.arange(40).repeat_interleave(6)
    training, validation = project.module("pipeline").split_rows(who, 0.25, torch.Generator().manual_seed(0))
    together = torch.cat([training, validation]).sort().values
    expect_close(together, torch.arange(240), "rows of training and validation together")
    expect(abs(len(validation) - 60) <= 6, f"{len(validation)} of 240 rows are held out, expected 60")


def the_label_is_no_feature(project: Project) -> None:
    table = torch.arange(20.0).view(4, 5)
    x, y = project.module("pipeline").features_and_labels(table)
    expect_close(y, table[:, 4], "labels of a table")
    expect(not any(bool((x[:, i] == y).all()) for i in range(x.shape[1])), "the label is one of the features")
    expect(x.shape[1] == 4, f"a table of 4 features and a label gives {x.shape[1]} features")


def raw_features() -> Tensor:
    x = torch.randn(400, 3) * torch.tensor([1.0, 100.0, 0.01]) + torch.tensor([0.0, 500.0, 0.05])
    x[::7, 1] = float("nan")
    x[3::5, 2] = float("nan")
    return x


def features_get_mean_zero(project: Project) -> None:
    x = raw_features()
    inside = project.module("pipeline").Standardizer(x).apply(x)
    for i in range(3):
        known = ~x[:, i].isnan()
        expect(
            abs(inside[known, i].mean().item() / (inside[known, i].std().item() + 1e-9)) < 0.01,
            f"mean of the known values of feature {i} is not 0",
        )


def features_get_deviation_one(project: Project) -> None:
    x = torch.randn(400, 1) * torch.tensor([1.0, 100.0, 0.01])
    inside = project.module("pipeline").Standardizer(x).apply(x)
    expect_close(inside.std(dim=0), torch.ones(3), "standard deviation of standardized features", atol=0.01)


def missing_values_get_the_mean(project: Project) -> None:
    x = raw_features()
    inside = project.module("pipeline").Standardizer(x).apply(x)
    expect(not bool(inside.isnan().any()), "missing values are still missing after apply")
    filled = inside[x.isnan()].abs().max().item()
    expect(filled < 1e-4, f"a missing value becomes {filled:.2f} after standardization, expected 0, the mean")


def all_rows_in_batches(project: Project, seed: int = 0) -> tuple[Tensor, Tensor, list[int]]:
    x = torch.arange(50.0)[:, None]
    parts = list(project.module("pipeline").batches(x, torch.arange(50.0), 16, torch.Generator().manual_seed(seed)))
    return torch.cat([part for part, _ in parts])[:, 0], torch.cat([y for _, y in parts]), [len(y) for _, y in parts]


def every_row_is_met_once(project: Project) -> None:
    x, _, sizes = all_rows_in_batches(project)
    expect_close(x.sort().values, torch.arange(50.0), "rows that one epoch visits")
    expect(max(sizes) <= 16, f"a batch has {max(sizes)} rows, expected at most 16")


def labels_stay_with_their_rows(project: Project) -> None:
    x, y, _ = all_rows_in_batches(project)
    expect_close(y, x, "labels of the rows in batches")


def rows_are_shuffled(project: Project) -> None:
    x, _, _ = all_rows_in_batches(project)
    expect(not torch.equal(x, x.sort().values), "rows come in the order of the table")


def every_epoch_has_its_own_order(project: Project) -> None:
    generator, x = torch.Generator().manual_seed(0), torch.arange(50.0)[:, None]
    epochs = [
        torch.cat([part for part, _ in project.module("pipeline").batches(x, x[:, 0], 16, generator)]) for _ in range(2)
    ]
    if not torch.equal(epochs[0], x):
        expect(not torch.equal(epochs[0], epochs[1]), "two epochs have the same order")


def validation_is_standardized_as_training(project: Project) -> None:
    """Rows that are all alike have no mean and deviation of their own."""
    classifier, _ = project.module("train").train(seed=0, steps=1)
    features = classifier.net[0].in_features
    x, given = torch.randn(1, features) + 100.0 * torch.arange(5)[:, None], list[Tensor]()
    classifier.net.register_forward_pre_hook(lambda module, args: given.append(args[0].detach()))
    classifier.logits(x)
    classifier.logits(x[:2])
    expect_close(given[-1], given[-2][:2], "how a row is standardized depends on the rows beside it")


def the_standardizer_knows_training_rows_alone(project: Project) -> None:
    """Its mean is that of no more rows than training has: the generator of the run is followed."""
    train, data, pipeline = (project.module(name) for name in ("train", "data", "pipeline"))
    seen = list[int]()
    own = train.Standardizer

    class Watched(own):  # type: ignore[misc, valid-type]
        def __init__(self, x: Tensor) -> None:
            seen.append(len(x))
            super().__init__(x)

    train.Standardizer = Watched
    try:
        train.train(seed=0, steps=1)
    finally:
        train.Standardizer = own
    _, who = data.make_table(100, torch.Generator().manual_seed(0))
    rows = len(pipeline.split_rows(who, 0.25, torch.Generator().manual_seed(0))[0])
    expect(seen[:1] == [rows], f"the standardizer is made from {seen[0]} rows, expected the {rows} of training")


def evaluation_is_repeatable(project: Project) -> None:
    train = project.module("train")
    classifier, _ = train.train(seed=0, steps=1)
    x, y = torch.randn(50, classifier.net[0].in_features), (torch.rand(50) > 0.5).float()
    loss, accuracy = train.evaluate(classifier, x, y)
    logits = classifier.logits(x).detach()
    expect_close(loss, F.binary_cross_entropy_with_logits(logits, y).item(), "loss that evaluate returns")
    expect_close(accuracy, ((logits > 0).float() == y).float().mean().item(), "accuracy that evaluate returns")


def training_reaches_its_loss(project: Project) -> None:
    reached = measure(project)
    expect(reached["actual"] > 0.68, f"{reached['actual']:.0%} of new patients' rows are right, expected 68%")
    apart = abs(reached["accuracy"] - reached["actual"])
    expect(apart < 0.13, f"validation says {reached['accuracy']:.0%}, new patients say {reached['actual']:.0%}")


CHECKS = (
    Check("patients stay on one side", patients_stay_on_one_side),
    Check("every row is on one side", every_row_is_on_one_side),
    Check("the label is no feature", the_label_is_no_feature),
    Check("features get mean zero", features_get_mean_zero),
    Check("features get deviation one", features_get_deviation_one),
    Check("missing values get the mean", missing_values_get_the_mean),
    Check("every row is met once", every_row_is_met_once),
    Check("labels stay with their rows", labels_stay_with_their_rows),
    Check("rows are shuffled", rows_are_shuffled),
    Check("every epoch has its own order", every_epoch_has_its_own_order),
    Check("validation is standardized as training is", validation_is_standardized_as_training),
    Check("the standardizer knows training rows alone", the_standardizer_knows_training_rows_alone),
    Check("evaluation is repeatable", evaluation_is_repeatable),
    Check("training reaches its loss", training_reaches_its_loss, trains=True),
)


@torch.no_grad()
def measure(project: Project, seed: int = 0) -> dict[str, float]:
    """One run: how its log ends, how much the training loss jumps; and, as we find it, the accuracy on new patients (`actual`)
    and their loss."""
    with torch.enable_grad():
        classifier, rows = project.module("train").train(seed=seed)
    table, _ = project.module("data").make_table(400, torch.Generator().manual_seed(seed + 500))
    features: Any = classifier.net[0].in_features
    logits = classifier.logits(without_label(table, features))
    labels = table[:, -1]
    return {
        "loss": rows[-1]["loss"],
        "val": rows[-1]["val"],
        "accuracy": rows[-1]["accuracy"],
        "actual": ((logits > 0).float() == labels).float().mean().item(),
        "actual_loss": F.binary_cross_entropy_with_logits(logits, labels).item(),
    }


def without_label(table: Tensor, features: int) -> Tensor:
    """What is known of a new patient: a model that asks for the label finds it missing."""
    x = table.clone()
    x[:, -1] = float("nan")
    return x[:, :features]
