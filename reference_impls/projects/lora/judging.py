"""How the low-rank adaptation is judged.

Public: `old_domain`, `new_domain` (data); `Classifier` with layers (model); `LoRALinear` with base, down, up, scale and merged,
`add_lora`, `merge_lora`, `adapters_off` (lora); `accuracy`, `train_step`, `pretrain`, `train` (train).
"""

from __future__ import annotations

import copy
from typing import Any

import torch
from torch import Tensor, nn

from reference_impls.problem import expect, expect_close
from reference_impls.projects.running import Check, Project, with_constant


def adapter_of(project: Project, rank: int = 3, alpha: float = 6.0) -> Any:
    """An adapter on a layer from 7 to 5, in evaluation mode, whose thin matrices are random."""
    torch.manual_seed(0)
    adapter = project.module("lora").LoRALinear(nn.Linear(7, 5), rank, alpha, 0.5).eval()
    with torch.no_grad():
        adapter.down.normal_()
        adapter.up.normal_()
    return adapter


def adapted(project: Project) -> tuple[Any, Any, list[nn.Parameter]]:
    """A classifier, a copy from before it got adapters, and what is to be trained."""
    torch.manual_seed(0)
    model = project.module("model").Classifier(12, 4, hidden=16)
    before = copy.deepcopy(model)
    return model, before, list(project.module("lora").add_lora(model, 3, 6.0, 0.5))


def x_of(count: int = 6, width: int = 12) -> Tensor:
    return torch.randn(count, width)


def adapters_start_at_zero(project: Project) -> None:
    model, before, _ = adapted(project)
    x = x_of()
    expect_close(model(x).detach(), before(x).detach(), "fresh adapters change what the model computes")


def fresh_adapters_can_learn(project: Project) -> None:
    model, _, _ = adapted(project)
    model(x_of()).pow(2).sum().backward()
    last = [layer for layer in model.layers if hasattr(layer, "up")][-1]
    gradients = [p.grad for p in (last.up, last.down) if p.grad is not None]
    expect(any(bool(g.any()) for g in gradients), "no gradient reaches the last of the fresh adapters")
    for layer in (layer for layer in model.layers if hasattr(layer, "up")):
        thin = max((layer.up.detach(), layer.down.detach()), key=lambda matrix: float(matrix.norm()))
        rank = int(torch.linalg.matrix_rank(thin))
        expect(rank == 3, f"the matrices of a fresh adapter of rank 3 have rank {rank}, which training keeps")


def the_scale_is_alpha_by_rank(project: Project) -> None:
    for rank, alpha in ((3, 6.0), (2, 1.0)):
        adapter, x = adapter_of(project, rank, alpha), x_of(4, 7)
        wanted = adapter.base(x) + alpha / rank * x @ adapter.down.T @ adapter.up.T
        expect_close(adapter(x).detach(), wanted.detach(), f"an adapter of rank {rank} with alpha {alpha:g}")


def the_base_is_frozen(project: Project) -> None:
    model, _, _ = adapted(project)
    for i, layer in enumerate(model.layers):
        base = getattr(layer, "base", None)
        if base is not None:
            expect(not any(p.requires_grad for p in base.parameters()), f"the frozen layer {i} gets gradients")


def gradients_pass_the_frozen_layer(project: Project) -> None:
    adapter, x = adapter_of(project), x_of(4, 7).requires_grad_()
    weights = torch.randn(4, 5)
    [gradient] = torch.autograd.grad((adapter(x) * weights).sum(), [x])
    through = weights @ (adapter.base.weight + adapter.scale * adapter.up @ adapter.down)
    expect_close(gradient, through.detach(), "gradient that passes an adapted layer to the layer before it")


def every_layer_has_an_adapter(project: Project) -> None:
    model, _, trained = adapted(project)
    without = [i for i, layer in enumerate(model.layers) if not hasattr(layer, "up")]
    expect(not without, f"layer {without} has no adapter")
    expect(len({id(p) for p in trained}) == 2 * len(model.layers), "add_lora does not return two parameters per layer")


def training_moves_the_adapters(project: Project) -> None:
    """The layers of a short run are looked at: what has moved?"""
    train, fresh = project.module("train"), list[tuple[nn.Parameter, Tensor]]()
    usual = train.add_lora

    def add(*given: Any, **options: Any) -> list[nn.Parameter]:
        added: list[nn.Parameter] = usual(*given, **options)
        fresh.extend((parameter, parameter.detach().clone()) for parameter in added)
        return added

    with with_constant(train, "PRETRAINING", 1), with_constant(train, "add_lora", add):
        model, _ = train.train(seed=3, steps=5)
    ups = [layer.up for layer in model.layers if hasattr(layer, "up")]
    expect(bool(ups) and bool(ups[-1].any()), "five training steps leave the adapters as they were")
    still = sum(torch.equal(parameter, before) for parameter, before in fresh)
    expect(not still, f"five training steps leave {still} of {len(fresh)} matrices as they were")


def merged_layers_compute_the_same(project: Project) -> None:
    adapter, x = adapter_of(project), x_of(4, 7)
    wanted = adapter.base(x) + adapter.scale * x @ adapter.down.T @ adapter.up.T
    expect_close(adapter.merged()(x).detach(), wanted.detach(), "a merged layer differs from base and adapter")


def merging_changes_nothing(project: Project) -> None:
    adapter = adapter_of(project)
    weight = adapter.base.weight.detach().clone()
    adapter.merged()
    expect_close(adapter.base.weight.detach(), weight, "merged() changes the frozen layer itself")


def adapters_can_be_switched_off(project: Project) -> None:
    model, before, trained = adapted(project)
    with torch.no_grad():
        for parameter in trained:
            parameter.add_(0.3 * torch.randn_like(parameter))
    x = x_of()
    model.eval()
    on = model(x).detach()
    with project.module("lora").adapters_off(model):
        expect_close(model(x).detach(), before(x).detach(), "with adapters off, the model is not what it was")
    expect_close(model(x).detach(), on, "after adapters_off, the adapters stay off")


def accuracy_is_measured_without_dropout(project: Project) -> None:
    model, modes = nn.Sequential(nn.Dropout(0.5)).train(), list[bool]()
    model.register_forward_hook(lambda module, args, output: modes.append(module.training))
    project.module("train").accuracy(model, torch.eye(4), torch.arange(4))
    expect(bool(modes) and not any(modes), "accuracy calls the model in training mode")
    expect(model.training, "after accuracy, the model is no longer in training mode")
    project.module("train").accuracy(model.eval(), torch.eye(4), torch.arange(4))
    expect(not model.training, "after accuracy, a model that was in evaluation mode no longer is")


def domains_share_their_classes(project: Project) -> None:
    data = project.module("data")
    old, labels = data.old_domain(300, torch.Generator().manual_seed(0))
    new, again = data.new_domain(300, torch.Generator().manual_seed(0))
    expect_close(again, labels, "labels of the new domain")
    expect_close(new, old @ data.mirror(), "vectors of the new domain")


def training_reaches_its_loss(project: Project) -> None:
    reached = measure(project)
    expect(reached["actual"] > 0.85, f"{reached['actual']:.0%} right on the new domain, expected 85%")
    expect(reached["kept"] > 0.9, f"with adapters off {reached['kept']:.0%} right on the old domain, expected 90%")
    expect(reached["apart"] < 1e-3, f"merged and not merged are {reached['apart']:.2g} apart, expected below 0.001")


CHECKS = (
    Check("adapters start at zero", adapters_start_at_zero),
    Check("fresh adapters can learn", fresh_adapters_can_learn),
    Check("the scale is alpha divided by rank", the_scale_is_alpha_by_rank),
    Check("the base is frozen", the_base_is_frozen),
    Check("gradients pass the frozen layer", gradients_pass_the_frozen_layer),
    Check("every layer has an adapter", every_layer_has_an_adapter),
    Check("training moves the adapters", training_moves_the_adapters),
    Check("merged layers compute the same", merged_layers_compute_the_same),
    Check("merging changes nothing", merging_changes_nothing),
    Check("adapters can be switched off", adapters_can_be_switched_off),
    Check("accuracy is measured without dropout", accuracy_is_measured_without_dropout),
    Check("domains share their classes", domains_share_their_classes),
    Check("training reaches its loss", training_reaches_its_loss, trains=True),
)


@torch.no_grad()
def measure(project: Project, seed: int = 0) -> dict[str, float]:
    """One run: the loss it starts and ends with; as we find them, the accuracy on the new domain (`actual`), that with adapters
    off on the old one (`kept`), how far merged and not merged are apart, and `logged`, the accuracy that the log ends with."""
    data, lora = project.module("data"), project.module("lora")
    with torch.enable_grad():
        model, rows = project.module("train").train(seed=seed)
    model.eval()
    old, old_labels = data.old_domain(1000, torch.Generator().manual_seed(seed + 60))
    new, new_labels = old @ data.mirror(), old_labels
    true = (model(new).argmax(dim=1) == new_labels).float().mean().item()
    apart = (lora.merge_lora(model)(new) - model(new)).abs().max().item() if hasattr(model.layers[-1], "up") else 0.0
    with lora.adapters_off(model):
        kept = (model(old).argmax(dim=1) == old_labels).float().mean().item()
    return {
        "first": rows[0]["loss"],
        "second": rows[1]["loss"],
        "loss": sum(row["loss"] for row in rows[-3:]) / 3,
        "logged": rows[-1]["new"],
        "logged_old": rows[-1]["old"],
        "actual": true,
        "kept": kept,
        "apart": apart,
        "learned": rows[3]["new"],
    }
