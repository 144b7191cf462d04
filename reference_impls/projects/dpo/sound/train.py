"""Pretrain a policy on random responses, tune it on preferences, print and plot the loss."""

import copy

import torch
from torch import Tensor

from data import PROMPTS, get_pairs, make_responses, reward
from dpo import dpo_loss, sequence_logprob
from model import Policy, sample
from plot import draw

STEPS = 150
PRETRAINING = 60
BATCH_SIZE = 64
LR = 2e-3
BETA = 0.3
EVERY = 15


def pretrain(seed: int) -> Policy:
    """A policy that writes responses as `make_responses` does."""
    torch.manual_seed(seed)
    generator = torch.Generator().manual_seed(seed)
    policy = Policy()
    optimizer = torch.optim.Adam(policy.parameters(), lr=1e-2)
    for _ in range(PRETRAINING):
        prompts = torch.randint(PROMPTS, (BATCH_SIZE,), generator=generator)
        loss = -sequence_logprob(policy, prompts, make_responses(BATCH_SIZE, generator)).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return policy


def pair_loss(policy: Policy, reference: Policy, pairs: tuple[Tensor, Tensor, Tensor]) -> tuple[Tensor, Tensor]:
    """The loss and the margins of prompts (B,), preferred and other responses (B, T)."""
    prompts, preferred, other = pairs
    ours = (sequence_logprob(policy, prompts, preferred), sequence_logprob(policy, prompts, other))
    with torch.no_grad():
        theirs = (sequence_logprob(reference, prompts, preferred), sequence_logprob(reference, prompts, other))
    return dpo_loss(ours, theirs, BETA)


def mean_reward(policy: Policy) -> float:
    """Mean reward of 400 samples."""
    prompts = torch.arange(PROMPTS).repeat(100)
    return reward(prompts, sample(policy, prompts, torch.Generator().manual_seed(0))).mean().item()


def train(seed: int = 0, steps: int = STEPS) -> tuple[tuple[Policy, Policy], list[dict[str, float]]]:
    """The tuned policy and its reference, and the rows of the log."""
    policy = pretrain(seed)
    reference = copy.deepcopy(policy)
    generator = torch.Generator().manual_seed(seed + 1)
    optimizer = torch.optim.Adam(policy.parameters(), lr=LR)
    rows = []
    for step in range(steps):
        loss, margins = pair_loss(policy, reference, get_pairs(BATCH_SIZE, generator))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        if step % EVERY == 0 or step == steps - 1:
            right = (margins > 0).float().mean().item()
            row = {
                "step": step,
                "loss": loss.item(),
                "margin": margins.mean().item(),
                "right": right,
                "reward": mean_reward(policy),
            }
            print(
                "step {step:4.0f}  loss {loss:.3f}  margin {margin:6.3f}  right {right:.2f}  reward {reward:.2f}".format(
                    **row
                )
            )
            rows.append(row)
    return (policy, reference), rows


def main() -> None:
    """Train, plot, sample."""
    torch.set_num_threads(1)
    (policy, reference), rows = train()
    print(draw([row["loss"] for row in rows]))
    prompts = torch.arange(PROMPTS)
    for name, model in (("before", reference), ("after", policy)):
        print(f"{name}: {sample(model, prompts, torch.Generator().manual_seed(1)).tolist()}")


if __name__ == "__main__":
    main()
