"""How DPO on toy preferences is judged.

Public: `PAD`, `END`, `make_responses`, `reward`, `get_pairs` (data); `Policy`, `sample` (model); `sequence_logprob`, `dpo_loss`
(dpo); `pretrain`, `pair_loss`, `train`, BETA (train).
"""

from __future__ import annotations

import copy
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from reference_impls.problem import Broken, expect, expect_close
from reference_impls.projects.running import Check, Project


class Table(nn.Module):
    """A policy whose logits depend on the token before alone; it remembers what it was given."""

    def __init__(self) -> None:
        super().__init__()
        self.table = nn.Parameter(torch.randn(8, 8, generator=torch.Generator().manual_seed(4)))
        self.given: list[Tensor] = []

    def forward(self, prompts: Tensor, tokens: Tensor) -> Tensor:  # noqa: ARG002
        self.given.append(tokens)
        return self.table[tokens]


RESPONSES = torch.tensor([[4, 4, 7, 1, 0, 0], [2, 3, 5, 6, 7, 1], [3, 2, 1, 0, 0, 0]])
PROMPTS = torch.tensor([0, 1, 2])


def logprob_of(table: Tensor, responses: Tensor) -> Tensor:
    """What `sequence_logprob` should be for a Table."""
    before = F.pad(responses[:, :-1], (1, 0))
    each = table.log_softmax(dim=-1)[before, responses]
    return (each * (responses != 0)).sum(dim=1)


def preferred_responses_are_better(project: Project) -> None:
    data = project.module("data")
    prompts, preferred, other = data.get_pairs(2000, torch.Generator().manual_seed(0))
    gain = ((preferred == prompts[:, None] + 2).sum(dim=1) - (other == prompts[:, None] + 2).sum(dim=1)).float()
    expect(gain.mean().item() > 0.3, f"preferred responses have {gain.mean():.2f} more favorites, expected about 0.5")


def every_batch_is_new(project: Project) -> None:
    generator = torch.Generator().manual_seed(0)
    first, second = (project.module("data").get_pairs(16, generator)[1] for _ in range(2))
    expect(not torch.equal(first, second), "two batches have the same pairs")


def a_token_is_predicted_from_those_before(project: Project) -> None:
    model = Table()
    project.module("dpo").sequence_logprob(model, PROMPTS, RESPONSES)
    expect_close(model.given[-1], F.pad(RESPONSES[:, :-1], (1, 0)), "what the policy is given to predict the responses")


def padding_does_not_count(project: Project) -> None:
    model, dpo = Table(), project.module("dpo")
    short = dpo.sequence_logprob(model, PROMPTS[:1], RESPONSES[:1, :4])
    padded = dpo.sequence_logprob(model, PROMPTS[:1], F.pad(RESPONSES[:1, :4], (0, 5)))
    expect_close(padded.detach(), short.detach(), "log probability of a response with more padding")


def the_end_counts(project: Project) -> None:
    model, response = Table(), torch.tensor([[3, 1, 0]])
    got = project.module("dpo").sequence_logprob(model, PROMPTS[:1], response)
    expect_close(got.detach(), logprob_of(model.table, response).detach(), "log probability of one word and END")


def tokens_are_compared_with_tokens(project: Project) -> None:
    """One token at one place: the softmax is over the vocabulary."""
    model, one = Table(), torch.tensor([[3], [5]])
    wanted = model.table.log_softmax(dim=-1)[0, one[:, 0]]
    got = project.module("dpo").sequence_logprob(model, PROMPTS[:2], one)
    expect_close(got.detach(), wanted.detach(), "log probability of a response of one token")


def log_probabilities_add_up(project: Project) -> None:
    model = Table()
    with torch.no_grad():
        model.table.zero_()
    got = project.module("dpo").sequence_logprob(model, PROMPTS[:1], torch.tensor([[3, 5, 4]])).detach()[0]
    expect_close(got, -3 * 2.0794415, "log probability of three tokens of probability 1/8")


LOGPROBS = tuple(torch.tensor(row) for row in ([-3.0, -5.0], [-4.0, -2.0], [-3.5, -4.0], [-3.0, -4.5]))


def the_loss_agrees_with_the_formula(project: Project) -> None:
    chosen, rejected, ref_chosen, ref_rejected = LOGPROBS
    loss, margins = project.module("dpo").dpo_loss((chosen, rejected), (ref_chosen, ref_rejected), 0.25)
    wanted = 0.25 * ((chosen - ref_chosen) - (rejected - ref_rejected))
    expect_close(margins, wanted, "margins of two pairs")
    expect_close(loss, F.softplus(-wanted).mean().item(), "loss of two pairs")


def the_loss_is_a_negative_log_probability(project: Project) -> None:
    zeros = torch.zeros(2)
    loss, _ = project.module("dpo").dpo_loss((zeros, zeros), (zeros, zeros), 0.25)
    expect_close(loss, 0.6931472, "loss of equal log probabilities")


def preferring_is_rewarded(project: Project) -> None:
    zeros, ones = torch.zeros(2), torch.ones(2)
    dpo_loss = project.module("dpo").dpo_loss
    better, _ = dpo_loss((ones, zeros), (zeros, zeros), 0.25)
    worse, _ = dpo_loss((zeros, ones), (zeros, zeros), 0.25)
    expect(bool(better < worse), "the loss is lower for a policy that likes the other response more")


def both_responses_get_gradients(project: Project) -> None:
    both = [part.clone().requires_grad_() for part in LOGPROBS[:2]]
    loss, _ = project.module("dpo").dpo_loss((both[0], both[1]), (LOGPROBS[2], LOGPROBS[3]), 0.25)
    for name, gradient in zip(("preferred", "other"), torch.autograd.grad(loss, both, allow_unused=True), strict=True):
        if gradient is None or not bool(gradient.any()):
            raise Broken(f"no gradient reaches the log probability of the {name} response", name)


def the_reference_stays_behind(project: Project) -> None:
    train = project.module("train")
    usual, train.PRETRAINING = train.PRETRAINING, 2
    try:
        start = train.pretrain(5)
        (policy, reference), _ = train.train(seed=5, steps=3)
    finally:
        train.PRETRAINING = usual
    for theirs, before in zip(reference.parameters(), start.parameters(), strict=True):
        expect_close(theirs.detach(), before.detach(), "the reference is no longer the policy that training began with")
    moved = any(bool((a != b).any()) for a, b in zip(policy.parameters(), start.parameters(), strict=True))
    expect(moved, "three training steps leave the policy as it was")


def the_policy_is_compared_with_its_reference(project: Project) -> None:
    train, (policy, other) = project.module("train"), (Table(), Table())
    with torch.no_grad():
        other.table.mul_(0.5)
    pairs = (PROMPTS, RESPONSES, RESPONSES.flip(0))
    same, _ = train.pair_loss(policy, copy.deepcopy(policy), pairs)
    expect_close(same.detach(), 0.6931472, "loss of a policy that is its own reference")
    loss, margins = train.pair_loss(policy, other, pairs)
    apart = margins.abs().max().item()
    expect(loss.requires_grad and apart > 1e-4, "the loss does not depend on the reference")


def training_reaches_its_loss(project: Project) -> None:
    reached = measure(project)
    expect(reached["loss"] < 0.52, f"loss {reached['loss']:.3f} after training, expected below 0.52")
    expect(reached["reward"] > 1.8, f"{reached['reward']:.2f} favorites in a sample after training, expected 1.8")
    expect(reached["ends"] > 0.5, f"{reached['ends']:.0%} of the samples end, expected 50%")


CHECKS = (
    Check("preferred responses are better", preferred_responses_are_better),
    Check("every batch is new", every_batch_is_new),
    Check("a token is predicted from those before", a_token_is_predicted_from_those_before),
    Check("padding does not count", padding_does_not_count),
    Check("the end counts", the_end_counts),
    Check("tokens are compared with tokens", tokens_are_compared_with_tokens),
    Check("log probabilities add up", log_probabilities_add_up),
    Check("the loss agrees with the formula", the_loss_agrees_with_the_formula),
    Check("equal responses cost log 2", the_loss_is_a_negative_log_probability),
    Check("preferring is rewarded", preferring_is_rewarded),
    Check("both responses get gradients", both_responses_get_gradients),
    Check("the reference stays behind", the_reference_stays_behind),
    Check("the policy is compared with its reference", the_policy_is_compared_with_its_reference),
    Check("training reaches its loss", training_reaches_its_loss, trains=True),
)


@torch.no_grad()
def measure(project: Project, seed: int = 0) -> dict[str, float]:
    """One run: the last rows of its log, averaged; of 800 samples, as we find them, favorites, words, the share that ends,
    and how the log probability of random preferred responses has moved (`chosen`)."""
    data, model = project.module("data"), project.module("model")
    with torch.enable_grad():
        (policy, reference), rows = project.module("train").train(seed=seed)
    prompts = torch.arange(4).repeat(200)
    responses = model.sample(policy, prompts, torch.Generator().manual_seed(seed + 9))
    favorites = (responses == prompts[:, None] + 2).sum(dim=1).float()
    random = data.make_responses(800, torch.Generator().manual_seed(3))
    best = favorites_of(random, prompts) >= 2
    moved = exact_logprob(policy, prompts, random) - exact_logprob(reference, prompts, random)
    return {
        "loss": sum(row["loss"] for row in rows[-4:]) / 4,
        "margin": sum(row["margin"] for row in rows[-4:]) / 4,
        "right": sum(row["right"] for row in rows[-4:]) / 4,
        "reward": favorites.mean().item(),
        "length": (responses >= 2).sum(dim=1).float().mean().item(),
        "ends": (responses == 1).any(dim=1).float().mean().item(),
        "chosen": moved[best].mean().item(),
        "gap": (moved[best].mean() - moved[~best].mean()).item(),
    }


def favorites_of(responses: Tensor, prompts: Tensor) -> Tensor:
    """How often the favorite word of each prompt is in its response."""
    return (responses == prompts[:, None] + 2).sum(dim=1)


def exact_logprob(policy: Any, prompts: Tensor, responses: Tensor) -> Tensor:
    """Log probability of the responses, as it should be."""
    logprobs: Tensor = policy(prompts, F.pad(responses[:, :-1], (1, 0))).log_softmax(dim=-1)
    return (logprobs.gather(-1, responses[..., None])[..., 0] * (responses != 0)).sum(dim=1)
