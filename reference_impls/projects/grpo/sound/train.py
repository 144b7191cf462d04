"""Train the policy on its own samples, print and plot the reward."""

import copy

import torch
from torch import Tensor

from data import make_problems, reward
from grpo import advantages, grpo_loss, kl_estimate
from model import Policy
from plot import draw

STEPS = 120
PROBLEMS = 25
GROUP = 8
UPDATES = 2
LR = 1e-2
EVERY = 10


def rollout(policy: Policy, generator: torch.Generator) -> tuple[Tensor, Tensor, Tensor]:
    """Problems, each GROUP times in a row (PROBLEMS * GROUP, 2), answers to them, and their rewards."""
    problems = make_problems(PROBLEMS, generator).repeat_interleave(GROUP, dim=0)
    answers = policy.sample(problems, generator)
    return problems, answers, reward(problems, answers)


def update(
    policy: Policy, reference: Policy, optimizer: torch.optim.Optimizer, batch: tuple[Tensor, Tensor, Tensor]
) -> float:
    """Some updates on one batch of samples. Returns the mean KL estimate after them."""
    problems, answers, rewards = batch
    advantage = advantages(rewards.view(-1, GROUP)).flatten()
    with torch.no_grad():
        old, start = policy.logprobs(problems, answers), reference.logprobs(problems, answers)
    for _ in range(UPDATES):
        loss = grpo_loss(policy.logprobs(problems, answers), old, start, advantage)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    with torch.no_grad():
        return kl_estimate(policy.logprobs(problems, answers), start).mean().item()


def train(seed: int = 0, steps: int = STEPS) -> tuple[Policy, list[dict[str, float]]]:
    """The trained policy, and the rows of the log."""
    torch.manual_seed(seed)
    generator = torch.Generator().manual_seed(seed)
    policy = Policy()
    reference = copy.deepcopy(policy)
    optimizer = torch.optim.Adam(policy.parameters(), lr=LR)
    rows, rewards = [], []
    for step in range(1, steps + 1):
        batch = rollout(policy, generator)
        kl = update(policy, reference, optimizer, batch)
        rewards.append(batch[2].mean().item())
        if step % EVERY == 0:
            row = {"step": step, "reward": sum(rewards) / len(rewards), "kl": kl}
            print("step {step:4.0f}  reward {reward:.3f}  kl {kl:.3f}".format(**row))
            rows.append(row)
            rewards = []
    return policy, rows


def main() -> None:
    """Train and plot."""
    torch.set_num_threads(1)
    _, rows = train()
    print(draw([row["reward"] for row in rows]))


if __name__ == "__main__":
    main()
