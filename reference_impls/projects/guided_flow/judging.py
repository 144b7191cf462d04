"""How the guided flow is judged.

Public: `get_batch` (data); `VelocityNet` with null (model); `interpolate`, `velocity`, `drop_labels`, `flow_loss`,
`guided_velocity`, `sample`, DROP (flow); `train` (train).
"""

from __future__ import annotations

import itertools
import math

import torch
from torch import Tensor, nn

from reference_impls.problem import expect, expect_close, expect_frequency
from reference_impls.projects.running import Check, Project

CLASSES = 3
NULL = 3


class Recording(nn.Module):
    """A model that predicts a fixed velocity for each label, and remembers what it was given."""

    null = NULL

    def __init__(self, *velocities: tuple[float, float]) -> None:
        super().__init__()
        self.velocities = torch.tensor(velocities or [(0.0, 0.0)] * 4)
        self.points: list[Tensor] = []
        self.times: list[Tensor] = []

    def forward(self, x: Tensor, t: Tensor, labels: Tensor) -> Tensor:
        self.points.append(x.clone())
        self.times.append(t.clone())
        return self.velocities[labels]


VELOCITIES = ((1.0, 0.0), (0.0, 2.0), (-1.0, 1.0), (0.25, -0.5))


def labels_stay_with_their_points(project: Project) -> None:
    points = torch.arange(200.0)[:, None].expand(200, 2)
    x, labels = project.module("data").get_batch(points, torch.arange(200), 64, torch.Generator().manual_seed(0))
    expect_close(labels, x[:, 0], "labels of a batch are not those of its points")


def points_move_from_noise_to_data(project: Project) -> None:
    x1, noise = torch.randn(2, 4, 2)
    t = torch.tensor([0.0, 0.3, 0.8, 1.0])
    wanted = noise + t[:, None] * (x1 - noise)
    expect_close(project.module("flow").interpolate(x1, noise, t), wanted, "point at times 0, 0.3, 0.8 and 1")


def velocities_point_to_the_data(project: Project) -> None:
    x1, noise = torch.randn(2, 4, 2)
    expect_close(project.module("flow").velocity(x1, noise), x1 - noise, "velocity of a point")


def some_labels_are_dropped(project: Project) -> None:
    flow, labels = project.module("flow"), torch.arange(6000) % CLASSES
    dropped = flow.drop_labels(labels, NULL, torch.Generator().manual_seed(0))
    kept = dropped == labels
    expect(bool((kept | (dropped == NULL)).all()), "a label is replaced by another class")
    expect_frequency(int((~kept).sum()), 6000, 0.15, "share of labels that are dropped")


def no_class_is_a_label_of_its_own(project: Project) -> None:
    torch.manual_seed(0)
    model = project.module("model").VelocityNet(CLASSES)
    expect(int(model.null) not in range(CLASSES), f"null is {int(model.null)}, the number of a class")
    x, t = torch.randn(1, 2).expand(4, 2), torch.full((4,), 0.5)
    given = model(x, t, torch.tensor([0, 1, 2, int(model.null)]))
    expect(len(given.detach().unique(dim=0)) == 4, "two labels give the same velocity")


def the_prediction_depends_on_the_time(project: Project) -> None:
    torch.manual_seed(0)
    model, x = project.module("model").VelocityNet(CLASSES), torch.randn(4, 2)
    seen = [model(x, torch.full((4,), t), torch.zeros(4, dtype=torch.long)).detach() for t in (0.2, 0.5, 0.8)]
    for one, other in itertools.pairwise(seen):
        expect(not torch.allclose(one, other, atol=1e-4), "the velocity is the same at different times")


def guidance_extrapolates(project: Project) -> None:
    labels = torch.tensor([0, 1, 2])
    conditional, unconditional = torch.tensor(VELOCITIES[:3]), torch.tensor(VELOCITIES[3])
    for scale in (0.0, 1.0, 2.5):
        got = project.module("flow").guided_velocity(
            Recording(*VELOCITIES), torch.randn(3, 2), torch.zeros(3), labels, scale
        )
        wanted = (1 - scale) * unconditional + scale * conditional
        expect_close(got, wanted, f"velocity with guidance of scale {scale:g}")


def a_larger_scale_pushes_towards_the_class(project: Project) -> None:
    x, labels = torch.randn(3, 2), torch.tensor([0, 1, 2])
    guided = project.module("flow").guided_velocity
    more, less = (guided(Recording(*VELOCITIES), x, torch.zeros(3), labels, scale) for scale in (2.5, 1.0))
    wanted = 1.5 * (torch.tensor(VELOCITIES[:3]) - torch.tensor(VELOCITIES[3]))
    expect_close(more - less, wanted, "what guidance of scale 2.5 adds to that of scale 1")


def each_time_is_visited_once(project: Project) -> None:
    model = Recording()
    project.module("flow").sample(model, torch.zeros(3, dtype=torch.long), 1.0, 5, torch.Generator().manual_seed(0))
    times = torch.stack([t[0] for t in model.times])
    expect_close(times, torch.tensor([0.0, 0.2, 0.4, 0.6, 0.8]), "times visited in 5 Euler steps")


def steps_add_up_to_one(project: Project) -> None:
    model = Recording(*[(1.0, -2.0)] * 4)
    sample = project.module("flow").sample
    end = sample(model, torch.zeros(3, dtype=torch.long), 1.0, 5, torch.Generator().manual_seed(0))
    moved = end - model.points[0][:3]
    expect_close(moved, torch.tensor([1.0, -2.0]).expand(3, 2), "way of a point whose velocity is (1, -2)", atol=1e-4)


def every_point_has_its_own_time(project: Project) -> None:
    model = Recording()
    project.module("flow").flow_loss(
        model, torch.zeros(4000, 2), torch.arange(4000) % 3, torch.Generator().manual_seed(0)
    )
    times = model.times[0]
    different = len(set(times.tolist()))
    expect(different > 3000, f"a batch of 4000 points has {different} different times")
    for low in (0.0, 0.8):
        share = int(((times >= low) & (times < low + 0.2)).sum())
        expect_frequency(share, 4000, 0.2, f"share of times between {low} and {low + 0.2}")


def every_point_has_its_own_noise(project: Project) -> None:
    model, generator = Recording(), torch.Generator().manual_seed(0)
    for _ in range(2):
        project.module("flow").flow_loss(model, torch.zeros(4000, 2), torch.arange(4000) % 3, generator)
    first, second = (nn.functional.normalize(points, dim=1) for points in model.points)
    expect(first.mean(dim=0).norm().item() < 0.1, "points of one batch share their noise")
    expect(abs(first.prod(dim=1).mean().item()) < 0.1, "both coordinates of a point share their noise")
    expect(abs((first * second).sum(dim=1).mean().item()) < 0.1, "two batches share their noise")


def the_loss_is_the_mean_of_squares(project: Project) -> None:
    x1, labels = torch.full((20000, 2), 2.0), torch.zeros(20000, dtype=torch.long)
    loss = project.module("flow").flow_loss(Recording(), x1, labels, torch.Generator().manual_seed(0))
    expect_close(loss, 5.0, "loss of a model that predicts zero, for data at (2, 2)", rtol=0.05)


def training_reaches_its_loss(project: Project) -> None:
    reached = measure(project)
    expect(0.9 < reached["loss"] < 1.2, f"loss {reached['loss']:.3f} after training, expected about 1.05")
    expect(
        reached["own"] > 0.97, f"{reached['own']:.0%} of guided samples are nearest to their own class, expected 97%"
    )
    expect(reached["plain"] < 0.9, f"samples at scale 1 lie {reached['plain']:.2f} from their center, expected 0.7")


CHECKS = (
    Check("labels stay with their points", labels_stay_with_their_points),
    Check("points move from noise to data", points_move_from_noise_to_data),
    Check("velocities point to the data", velocities_point_to_the_data),
    Check("some labels are dropped", some_labels_are_dropped),
    Check("no class is a label of its own", no_class_is_a_label_of_its_own),
    Check("the prediction depends on the time", the_prediction_depends_on_the_time),
    Check("guidance extrapolates", guidance_extrapolates),
    Check("a larger scale pushes towards the class", a_larger_scale_pushes_towards_the_class),
    Check("each time is visited once", each_time_is_visited_once),
    Check("steps add up to one", steps_add_up_to_one),
    Check("every point has its own time", every_point_has_its_own_time),
    Check("every point has its own noise", every_point_has_its_own_noise),
    Check("the loss is the mean of squares", the_loss_is_the_mean_of_squares),
    Check("training reaches its loss", training_reaches_its_loss, trains=True),
)


def measure(project: Project, seed: int = 0) -> dict[str, float]:
    """One run: its last loss and how much it jumps; of samples at scale 2, as we find them, the share nearest to their own
    class, the mean distance to its center, and how far out they lie in its direction; and so at scale 1 (`..._plain`), where
    the data has a distance of 0.69 and a reach of 1.5."""
    model, rows = project.module("train").train(seed=seed)
    losses = torch.tensor([row["loss"] for row in rows])
    angles = 2 * math.pi * torch.arange(CLASSES) / CLASSES
    centers = 1.5 * torch.stack([angles.cos(), angles.sin()], dim=1)
    labels = torch.arange(CLASSES).repeat(100)
    found = {"loss": losses[-1].item(), "jumps": (losses[3:] - losses[2:-1]).abs().mean().item()}
    for name, scale in (("distance", 2.0), ("plain", 1.0)):
        points = project.module("flow").sample(model, labels, scale, 10, torch.Generator().manual_seed(3)).detach()
        distances = torch.cdist(points, centers)
        found["reach" if scale == 2 else "reach_plain"] = ((points * centers[labels]).sum(dim=1) / 1.5).mean().item()
        found[name] = distances.gather(1, labels[:, None]).mean().item()
        found["own" if scale == 2 else "own_plain"] = (distances.argmin(dim=1) == labels).float().mean().item()
    return found
