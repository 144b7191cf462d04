"""How CLIP on toy pairs is judged.

Public: `MEANINGS`, `make_pictures`, `make_captions`, `get_batch` (data); `CLIP` with pictures, captions and log_scale (model);
`contrastive_loss`, `found` (loss); `make_optimizer`, `train` (train).
"""

from __future__ import annotations

from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor

from reference_impls.problem import expect, expect_close
from reference_impls.projects.running import Check, Project


def model_of(project: Project) -> Any:
    torch.manual_seed(0)
    return project.module("model").CLIP(words=14, width=16, out=8)


def batch_of(project: Project, size: int, seed: int = 0) -> tuple[Tensor, Tensor]:
    batch: tuple[Tensor, Tensor] = project.module("data").get_batch(size, torch.Generator().manual_seed(seed))
    return batch


def meaning_of_picture(project: Project, pixels: Tensor) -> list[int]:
    """Which drawing each picture (B, 64) is nearest to."""
    data = project.module("data")
    drawings = torch.stack([data.drawing(meaning).flatten() for meaning in data.MEANINGS])
    return torch.cdist((pixels.float() - 60) / 120, drawings).argmin(dim=1).tolist()


def meaning_of_caption(project: Project, tokens: Tensor) -> list[int]:
    """Which meaning has all its words in each caption (B, L)."""
    data = project.module("data")
    words = [{data.WORDS[token] for token in row} for row in tokens.tolist()]
    return [next(i for i, meaning in enumerate(data.MEANINGS) if set(meaning) <= row) for row in words]


def captions_belong_to_their_pictures(project: Project) -> None:
    pixels, tokens = batch_of(project, 16)
    pairs = zip(meaning_of_picture(project, pixels), meaning_of_caption(project, tokens), strict=True)
    apart = sum(picture != caption for picture, caption in pairs)
    expect(apart == 0, f"{apart} of 16 captions are not those of their pictures")


def no_two_pairs_mean_the_same(project: Project) -> None:
    every = set[int]()
    for seed in range(8):
        meanings = meaning_of_picture(project, batch_of(project, 16, seed)[0])
        expect(len(set(meanings)) == 16, f"a batch of 16 pictures has {len(set(meanings))} different meanings")
        again = meaning_of_picture(project, batch_of(project, 16, seed)[0])
        expect(meanings == again, "the same state of the generator gives another batch")
        every.update(meanings)
    expect(len(every) > 24, f"8 batches show only {len(every)} of 32 meanings")


def small_changes_of_pixels_are_seen(project: Project) -> None:
    encoder, pixels = model_of(project).pictures, torch.full((1, 64), 100, dtype=torch.uint8)
    changed = pixels.clone()
    changed[0, :32] += 60
    apart = (encoder(pixels) - encoder(changed)).abs().max().item()
    expect(apart > 1e-3, "pictures of 100 and 160 get the same features")
    features = encoder(torch.arange(256).to(torch.uint8)[:, None].expand(256, 64)).detach()
    steps, way = features.diff(dim=0).norm(dim=1), torch.cdist(features, features).max().item()
    jump = int(steps.argmax())
    expect(steps[jump].item() < way / 4, f"features jump between pictures of {jump} and {jump + 1}")
    largest = encoder(torch.full((1, 64), 255, dtype=torch.uint8)).abs().max().item()
    expect(largest < 20, f"features of a white picture are as large as {largest:.0f}")


def padding_does_not_matter(project: Project) -> None:
    encoder = model_of(project).captions
    short = torch.tensor([[4, 6, 10, 12]])
    padded = torch.cat([short, torch.zeros(1, 5, dtype=torch.long)], dim=1)
    expect_close(encoder(padded), encoder(short).detach(), "features of a caption change with its padding")


def similarities_are_cosines(project: Project) -> None:
    model, (pixels, tokens) = model_of(project), batch_of(project, 6)
    pictures, captions = model.pictures(pixels), model.captions(tokens[:5])
    cosines = F.cosine_similarity(pictures[:, None], captions[None], dim=-1)
    logits = model(pixels, tokens[:5]).detach()
    expect(logits.shape == (6, 5), f"logits of 6 pictures and 5 captions have the shape {tuple(logits.shape)}")
    scale = (logits * cosines).sum() / (cosines * cosines).sum()
    expect_close(logits / scale, cosines.detach(), "logits are no multiple of the cosine similarities", atol=1e-4)


def the_scale_multiplies(project: Project) -> None:
    model, (pixels, tokens) = model_of(project), batch_of(project, 6)
    with torch.no_grad():
        model.log_scale.fill_(0.0)
        one = model(pixels, tokens)
        model.log_scale.fill_(1.0986123)
        three = model(pixels, tokens)
    factor = ((three * one).sum() / (one * one).sum()).item()
    expect(abs(factor - 3) < 1e-3, f"from log scale 0 to log 3 the logits grow by a factor of {factor:.3f}, expected 3")


def both_encoders_are_trained(project: Project) -> None:
    model = model_of(project)
    project.module("loss").contrastive_loss(model(*batch_of(project, 8))).backward()
    silent = [name for name, p in model.named_parameters() if p.grad is None or not bool(p.grad.any())]
    expect(not silent, f"no gradient reaches {', '.join(silent)}")


def the_optimizer_holds_everything(project: Project) -> None:
    model = model_of(project)
    groups = project.module("train").make_optimizer(model).param_groups
    held = {id(p): group.get("weight_decay", 0.0) for group in groups for p in group["params"]}
    missing = [name for name, p in model.named_parameters() if id(p) not in held]
    expect(not missing, f"the optimizer misses {', '.join(missing)}")
    expect(held[id(model.log_scale)] == 0.0, "the optimizer decays the temperature")


def the_loss_looks_both_ways(project: Project) -> None:
    logits, value = torch.randn(6, 6), project.module("loss").contrastive_loss
    expect_close(value(logits), value(logits.T).item(), "the loss changes when pictures and captions change places")


def own_pairs_are_the_targets(project: Project) -> None:
    value = project.module("loss").contrastive_loss
    expect(value(50.0 * torch.eye(6)).item() < 1e-3, "logits that find each own pair have a loss")
    expect(value(50.0 * torch.eye(6).roll(1, 0)).item() > 10, "logits that find other pairs have no loss")


def the_loss_takes_logits(project: Project) -> None:
    value = project.module("loss").contrastive_loss
    for size in (1.0, 3.0):
        wanted = F.cross_entropy(size * torch.eye(6), torch.arange(6)).item()
        expect_close(
            value(size * torch.eye(6)), wanted, f"loss of logits that are {size:g} for own pairs and 0 elsewhere"
        )


def captions_are_found_among_all(project: Project) -> None:
    logits = torch.eye(5)
    logits[0, 3] = 2.0
    logits[1, 4] = 2.0
    expect_close(
        project.module("loss").found(logits), 0.6, "share found where two of five pictures prefer another caption"
    )


def training_reaches_its_loss(project: Project) -> None:
    reached = measure(project)
    expect(reached["loss"] < 0.35, f"loss {reached['loss']:.3f} after training, expected below 0.35")
    expect(reached["actual"] > 0.8, f"{reached['actual']:.0%} of new pictures find their caption, expected 80%")


CHECKS = (
    Check("captions belong to their pictures", captions_belong_to_their_pictures),
    Check("no two pairs mean the same", no_two_pairs_mean_the_same),
    Check("small changes of pixels are seen", small_changes_of_pixels_are_seen),
    Check("padding does not matter", padding_does_not_matter),
    Check("similarities are cosines", similarities_are_cosines),
    Check("the scale multiplies", the_scale_multiplies),
    Check("both encoders are trained", both_encoders_are_trained),
    Check("the optimizer holds everything", the_optimizer_holds_everything),
    Check("the loss looks both ways", the_loss_looks_both_ways),
    Check("own pairs are the targets", own_pairs_are_the_targets),
    Check("the loss takes logits", the_loss_takes_logits),
    Check("captions are found among all", captions_are_found_among_all),
    Check("training reaches its loss", training_reaches_its_loss, trains=True),
)


@torch.no_grad()
def measure(project: Project, seed: int = 0) -> dict[str, float]:
    """One run: its mean loss over the last rows, and the scale; of new pictures, as we find them, the share that finds its
    caption (`actual`), and of captions the share that finds its picture (`back`)."""
    data = project.module("data")
    with torch.enable_grad():
        model, rows = project.module("train").train(seed=seed)
    generator, own = torch.Generator().manual_seed(seed + 50), torch.arange(32)
    right, back = list[Tensor](), list[Tensor]()
    for _ in range(4):
        logits = model(data.make_pictures(own, generator), data.make_captions(own, generator))
        right.append((logits.argmax(dim=1) == own).float().mean())
        back.append((logits.argmax(dim=0) == own).float().mean())
    return {
        "loss": sum(row["loss"] for row in rows[-4:]) / 4,
        "found": rows[-1]["found"],
        "scale": rows[-1]["scale"],
        "actual": torch.stack(right).mean().item(),
        "back": torch.stack(back).mean().item(),
    }
