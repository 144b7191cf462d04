"""How the vector-quantized autoencoder and its prior are judged.

Public: `all_pictures` (data); `to_patches`, `from_patches`, `Quantizer` with codebook, nearest and revive, `VQModel` with
encoder, quantizer, decoder and decode (model); `Prior` with loss and sample (prior); `rebuilding`, `train` (train).
"""

from __future__ import annotations

from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor

from reference_impls.problem import Broken, expect, expect_close, expect_frequency
from reference_impls.projects.running import Check, Project


def quantizer_of(project: Project) -> Any:
    """Eight codes of width 3, far apart."""
    torch.manual_seed(0)
    quantizer = project.module("model").Quantizer(8, 3)
    torch.nn.init.normal_(quantizer.codebook.weight, std=2.0)
    return quantizer


def patches_hold_neighbors(project: Project) -> None:
    x = torch.arange(64.0).expand(2, 64)
    wanted = torch.stack([x.view(2, 8, 8)[:, r : r + 4, c : c + 4].flatten(1) for r in (0, 4) for c in (0, 4)], dim=1)
    expect_close(project.module("model").to_patches(x), wanted, "patches of an 8x8 picture")


def patches_go_back_to_their_place(project: Project) -> None:
    x = torch.arange(64.0).view(8, 8)
    patches = torch.stack([x[r : r + 4, c : c + 4].flatten() for r in (0, 4) for c in (0, 4)])[None]
    expect_close(project.module("model").from_patches(patches), x.view(1, 64), "picture of its four patches")


def the_nearest_code_is_taken(project: Project) -> None:
    quantizer, z = quantizer_of(project), torch.randn(6, 4, 3)
    wanted = torch.cdist(z, quantizer.codebook.weight.expand(6, 8, 3)).argmin(dim=-1)
    expect_close(quantizer.nearest(z), wanted, "codes of random vectors")


def codebook_vectors_come_out(project: Project) -> None:
    quantizer, z = quantizer_of(project), torch.randn(6, 4, 3)
    q, codes, _ = quantizer(z)
    expect_close(q.detach(), quantizer.codebook(codes).detach(), "what the quantizer returns is not in the codebook")


def the_gradient_goes_straight_through(project: Project) -> None:
    quantizer, z = quantizer_of(project), torch.randn(6, 4, 3, requires_grad=True)
    q, _, _ = quantizer(z)
    weights = torch.randn(6, 4, 3)
    [gradient] = torch.autograd.grad((q * weights).sum(), [z], allow_unused=True)
    if gradient is None:
        raise Broken("no gradient passes through the quantizer", "cut")
    expect_close(gradient, weights, "gradient of what the quantizer was given")


def loss_gradients(project: Project) -> tuple[Any, Tensor, Tensor, Tensor | None, Tensor | None]:
    """The quantizer, its input and codebook vectors, and the gradients of its loss for input and codebook."""
    quantizer, z = quantizer_of(project), torch.randn(6, 4, 3, requires_grad=True)
    _, codes, loss = quantizer(z)
    given, codebook = torch.autograd.grad(loss, [z, quantizer.codebook.weight], allow_unused=True)
    return quantizer, z.detach(), codes, given, codebook


def the_loss_pulls_the_codebook(project: Project) -> None:
    quantizer, z, codes, _, gradient = loss_gradients(project)
    wanted = torch.zeros(8, 3).index_add(
        0, codes.flatten(), 2 / 6 * (quantizer.codebook(codes) - z).flatten(0, 1).detach()
    )
    expect_close(gradient, wanted, "gradient of the codebook from its loss")


def the_loss_holds_the_encoder(project: Project) -> None:
    quantizer, z, codes, gradient, _ = loss_gradients(project)
    wanted = 0.25 * 2 / 6 * (z - quantizer.codebook(codes).detach())
    expect_close(gradient, wanted, "gradient of the encoder from the commitment")


def unused_codes_are_revived(project: Project) -> None:
    quantizer, z = quantizer_of(project), torch.randn(50, 4, 3)
    with torch.no_grad():
        quantizer.codebook.weight[2:] += 1000.0
    before = quantizer.codebook.weight.detach().clone()
    used = quantizer.nearest(z).unique()
    quantizer.revive(z)
    after = quantizer.codebook.weight.detach()
    expect_close(after[used], before[used], "codes in use are moved by revive")
    expect(
        bool(torch.cdist(after[2:], z.flatten(0, 1)).min(dim=1).values.max() < 1e-4), "unused codes stay where they are"
    )


def every_part_is_trained(project: Project) -> None:
    model = project.module("model").VQModel()
    loss, rebuilt = project.module("train").rebuilding(model, project.module("data").all_pictures()[::3])
    loss.backward()
    silent = [name for name, p in model.named_parameters() if p.grad is None or not bool(p.grad.any())]
    expect(not silent, f"no gradient reaches {', '.join(silent)}")
    expect(
        abs(rebuilt.item() - 64 * 0.6931) < 15,
        f"reconstruction {rebuilt.item():.1f} of an untrained model, expected 44 nats",
    )


def prior_of(project: Project) -> Any:
    torch.manual_seed(0)
    prior = project.module("prior").Prior(codes=5, positions=4, width=16)
    with torch.no_grad():
        for parameter in prior.parameters():
            parameter.add_(0.5 * torch.randn_like(parameter))
    return prior


def the_prior_sees_no_later_code(project: Project) -> None:
    prior, codes = prior_of(project), torch.randint(5, (3, 4))
    before = prior(codes).detach()
    for i in range(4):
        changed = codes.clone()
        changed[:, i:] = (changed[:, i:] + 1) % 5
        expect_close(
            prior(changed)[:, : i + 1], before[:, : i + 1], f"logits up to position {i} see a code that they predict"
        )


def the_prior_sees_all_earlier_codes(project: Project) -> None:
    prior, codes = prior_of(project), torch.randint(5, (3, 4))
    before = prior(codes).detach()
    for i in range(3):
        changed = codes.clone()
        changed[:, i] = (changed[:, i] + 1) % 5
        reached = (prior(changed).detach() - before).abs().amax(dim=(0, 2))[i + 1 :]
        expect(bool(reached.min() > 1e-4), f"a later position does not see the code at position {i}")


def the_prior_is_scored_per_picture(project: Project) -> None:
    prior, codes = prior_of(project), torch.randint(5, (6, 4))
    wanted = -prior(codes).log_softmax(dim=-1).gather(2, codes[..., None]).sum(dim=(1, 2)).mean()
    expect_close(prior.loss(codes).detach(), wanted.detach(), "loss of the prior in nats per picture")


def codes_are_sampled_from_the_prior(project: Project) -> None:
    prior, count = prior_of(project), 4000
    codes = prior.sample(count, torch.Generator().manual_seed(0))
    chances = prior(torch.zeros(1, 4, dtype=torch.long)).detach()[0, 0].softmax(dim=-1)
    for code in range(5):
        expect_frequency(
            int((codes[:, 0] == code).sum()), count, chances[code].item(), f"share of code {code} at the start"
        )
    with torch.no_grad():
        expected = prior(codes)[:, 3].softmax(dim=-1).mean(dim=0)
    for code in range(5):
        expect_frequency(
            int((codes[:, 3] == code).sum()), count, expected[code].item(), f"share of code {code} at the end"
        )


def training_reaches_its_loss(project: Project) -> None:
    reached = measure(project)
    expect(reached["actual"] < 7, f"reconstruction {reached['actual']:.2f} nats after training, expected below 7")
    expect(reached["prior"] > 3, f"prior {reached['prior']:.2f} nats, below what pictures hold")
    expect(reached["clean"] > 0.15, f"{reached['clean']:.0%} of the samples are clean squares, expected 15%")
    expect(reached["different"] > 40, f"{reached['different']:.0f} different samples of 400, expected 40")


CHECKS = (
    Check("patches hold neighbors", patches_hold_neighbors),
    Check("patches go back to their place", patches_go_back_to_their_place),
    Check("the nearest code is taken", the_nearest_code_is_taken),
    Check("codebook vectors come out", codebook_vectors_come_out),
    Check("the gradient goes straight through", the_gradient_goes_straight_through),
    Check("the loss pulls the codebook", the_loss_pulls_the_codebook),
    Check("the loss holds the encoder", the_loss_holds_the_encoder),
    Check("unused codes are revived", unused_codes_are_revived),
    Check("every part is trained", every_part_is_trained),
    Check("the prior sees no later code", the_prior_sees_no_later_code),
    Check("the prior sees all earlier codes", the_prior_sees_all_earlier_codes),
    Check("the prior is scored per picture", the_prior_is_scored_per_picture),
    Check("codes are sampled from the prior", codes_are_sampled_from_the_prior),
    Check("training reaches its loss", training_reaches_its_loss, trains=True),
)


@torch.no_grad()
def measure(project: Project, seed: int = 0) -> dict[str, float]:
    """One run: how its logs end; reconstruction through codes as we find it (`actual`), the codes in use, and of 400 samples
    the share that is a picture of the data, and how many are different."""
    with torch.enable_grad():
        (model, prior), rows = project.module("train").train(seed=seed)
    pictures = project.module("data").all_pictures()
    codes = model(pictures)[1]
    decoded = model.decode(codes).clamp(1e-4, 1 - 1e-4)
    drawn = model.decode(prior.sample(400, torch.Generator().manual_seed(seed))).round()
    last = [row for row in rows if "rebuilt" in row][-1]
    return {
        "rebuilt": last["rebuilt"],
        "codebook": last["codebook"],
        "prior": rows[-1]["prior"],
        "actual": F.binary_cross_entropy(decoded, pictures, reduction="none").sum(dim=1).mean().item(),
        "used": float(codes.unique().numel()),
        "clean": (torch.cdist(drawn, pictures).min(dim=1).values < 0.5).float().mean().item(),
        "different": float(len(drawn.unique(dim=0))),
    }
