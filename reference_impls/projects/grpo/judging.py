"""How GRPO on toy arithmetic is judged.

Public: `make_problems`, `reward` (data); `Policy` with step, logprobs and sample (model); `advantages`, `kl_estimate`,
`grpo_loss`, CLIP, KL_WEIGHT (grpo); `rollout`, `update`, `train`, PROBLEMS, GROUP (train).
"""

from __future__ import annotations

import copy
from typing import Any

import torch
from torch import Tensor

from reference_impls.problem import Broken, expect, expect_close, expect_frequency
from reference_impls.projects.running import Check, Project, with_constant


def digits_of(problems: Tensor) -> Tensor:
    """The right answers."""
    total = problems.sum(dim=1) * 7 % 100
    return torch.stack([total // 10, total % 10], dim=1)


def policy_of(project: Project) -> Any:
    """A policy whose digits depend strongly on problem, position and digit before."""
    torch.manual_seed(0)
    policy = project.module("model").Policy()
    with torch.no_grad():
        for parameter in policy.parameters():
            parameter.mul_(4.0)
    return policy


def right_digits_are_rewarded(project: Project) -> None:
    problems = torch.tensor([[3, 4], [0, 1], [4, 4]])
    answers = digits_of(problems)
    reward = project.module("data").reward
    expect_close(reward(problems, answers), torch.ones(3), "reward of right answers")
    expect_close(
        reward(problems, (answers + torch.tensor([0, 1])) % 10), torch.full((3,), 0.5), "reward of one right digit"
    )


def samples_follow_the_policy(project: Project) -> None:
    policy, count = policy_of(project), 3000
    problems = torch.tensor([[2, 3]]).repeat(count, 1)
    answers = policy.sample(problems, torch.Generator().manual_seed(0))
    start = torch.zeros(1, dtype=torch.long)
    chances = policy.step(problems[:1], 0, start).detach().exp()[0]
    for digit in range(10):
        expect_frequency(
            int((answers[:, 0] == digit).sum()), count, chances[digit].item(), f"share of first digit {digit}"
        )


def digits_are_scored_after_those_before(project: Project) -> None:
    policy, problems = policy_of(project), torch.tensor([[2, 3], [0, 4]])
    answers = torch.tensor([[7, 1], [2, 9]])
    first = policy.step(problems, 0, torch.zeros(2, dtype=torch.long)).gather(1, answers[:, :1])
    second = policy.step(problems, 1, answers[:, 0]).gather(1, answers[:, 1:])
    got = policy.logprobs(problems, answers)
    expect_close(
        got.detach(), torch.cat([first, second], dim=1).detach(), "log probabilities of the digits of two answers"
    )


REWARDS = torch.tensor([[0.0, 1.0, 0.5, 0.5], [1.0, 1.0, 0.0, 1.0], [0.5, 0.5, 0.5, 0.5]])


def advantages_compare_within_a_group(project: Project) -> None:
    wanted = REWARDS - REWARDS.mean(dim=1, keepdim=True)
    got = project.module("grpo").advantages(REWARDS)
    expect(got.shape == REWARDS.shape, f"advantages of 3 groups of 4 have the shape {tuple(got.shape)}")
    expect_close(got.mean(dim=1), torch.zeros(3), "mean advantage of each group", atol=1e-4)
    size = (got[:2] * wanted[:2]).sum(dim=1) / wanted[:2].pow(2).sum(dim=1)
    expect_close(got[:2], size[:, None] * wanted[:2], "advantages are no multiple of reward minus mean", rtol=1e-3)
    expect_close(got[2], torch.zeros(4), "advantages of a group with equal rewards")


def answers_of_a_problem_stand_together(project: Project) -> None:
    train = project.module("train")
    problems, answers, rewards = train.rollout(policy_of(project), torch.Generator().manual_seed(0))
    groups = problems.view(train.PROBLEMS, train.GROUP, 2)
    expect(bool((groups == groups[:, :1]).all()), "a group of samples has different problems")
    expect(len(answers) == len(rewards) == len(problems), "problems, answers and rewards differ in number")
    expect(len(groups[:, 0].unique(dim=0)) > 5, "all groups have the same problem")


def every_round_is_new(project: Project) -> None:
    train, generator = project.module("train"), torch.Generator().manual_seed(0)
    first, second = (train.rollout(policy_of(project), generator)[0] for _ in range(2))
    expect(not torch.equal(first, second), "two rounds have the same problems")


def the_estimate_agrees_with_the_formula(project: Project) -> None:
    new, reference = torch.tensor([-1.0, -2.0, -0.5]), torch.tensor([-1.5, -1.0, -0.5])
    wanted = (reference - new).exp() - (reference - new) - 1
    expect_close(project.module("grpo").kl_estimate(new, reference), wanted, "KL estimate of three tokens")


def loss_of(project: Project, shift: float, advantage: float, away: float = 0.0) -> tuple[float, float]:
    """The loss of one token whose log probability has moved by `shift`, and its gradient."""
    new = torch.tensor([[-1.0]], requires_grad=True)
    old = torch.tensor([[-1.0 - shift]])
    loss = project.module("grpo").grpo_loss(new, old, torch.tensor([[-1.0 - away]]), torch.tensor([advantage]))
    if not loss.requires_grad:
        raise Broken("no gradient reaches the new log probability", "detached")
    [gradient] = torch.autograd.grad(loss, [new])
    return loss.item(), gradient.item()


def good_answers_become_likelier(project: Project) -> None:
    expect_close(loss_of(project, 0.0, 1.0)[1], -1.0, "gradient of a token with advantage 1, before any update")


def bad_answers_become_rarer(project: Project) -> None:
    expect_close(loss_of(project, 0.0, -2.0)[1], 2.0, "gradient of a token with advantage -2, before any update")


def large_moves_are_clipped(project: Project) -> None:
    for shift, advantage in ((0.5, 1.0), (-0.5, -1.0)):
        _, gradient = loss_of(project, shift, advantage)
        expect_close(
            gradient, 0.0, f"gradient of a token with advantage {advantage:g} whose log probability moved by {shift:g}"
        )
    ratio = torch.tensor(-0.5).exp().item()
    expect_close(
        loss_of(project, -0.5, 1.0)[1], -ratio, "gradient of a token with advantage 1 whose log probability fell by 0.5"
    )


def small_moves_are_not_clipped(project: Project) -> None:
    loss, _ = loss_of(project, 0.1, 1.0)
    expect_close(-loss, torch.tensor(0.1).exp().item(), "gain of a token with advantage 1 and a ratio of 1.1")


def the_penalty_holds_the_policy(project: Project) -> None:
    apart, together = loss_of(project, 0.0, 0.0, away=1.0)[0], loss_of(project, 0.0, 0.0)[0]
    expect(apart > together, "the loss is no higher for a policy that is far from its reference")
    gradient = loss_of(project, 0.0, 0.0, away=1.0)[1]
    expect(gradient > 1e-6, "no gradient of the penalty pulls the policy towards its reference")


def the_reference_stays_behind(project: Project) -> None:
    """The KL estimate of the log is that from the first policy."""
    train = project.module("train")
    torch.manual_seed(4)
    start = project.module("model").Policy()
    policy, rows = train.train(seed=4, steps=train.EVERY)
    problems = train.make_problems(400, torch.Generator().manual_seed(1))
    with torch.no_grad():
        answers = policy.sample(problems, torch.Generator().manual_seed(2))
        moved = policy.logprobs(problems, answers) - start.logprobs(problems, answers)
    far = (moved.neg().exp() + moved - 1).mean().item()
    expect(far > 0.05, "ten rounds of training hardly move the policy")
    expect(
        rows[-1]["kl"] > 0.25 * far,
        f"the log shows a KL estimate of {rows[-1]['kl']:.4f}, from the first policy it is {far:.2f}",
    )
    with with_constant(train, "LR", 0.0):
        policy, rows = train.train(seed=4, steps=train.EVERY)
    if same_weights(policy, start):  # a file that has another name for LR still moves
        expect(
            abs(rows[-1]["kl"]) < 1e-4,
            f"the policy is still the first one, but the log shows a KL estimate of {rows[-1]['kl']:.4f} from its reference",
        )


def same_weights(one: Any, other: Any) -> bool:
    return all(torch.equal(a, b) for a, b in zip(one.parameters(), other.parameters(), strict=True))


def updates_change_the_policy(project: Project) -> None:
    train, policy = project.module("train"), policy_of(project)
    before = copy.deepcopy(policy.state_dict())
    batch = train.rollout(policy, torch.Generator().manual_seed(0))
    train.update(policy, copy.deepcopy(policy), torch.optim.SGD(policy.parameters(), lr=1.0), batch)
    after = policy.state_dict()
    expect(
        any(bool((after[key] - before[key]).abs().max() > 1e-4) for key in before),
        "an update leaves the policy as it was",
    )


def training_reaches_its_loss(project: Project) -> None:
    reached = measure(project)
    expect(reached["actual"] > 0.55, f"mean reward {reached['actual']:.2f} after training, expected above 0.55")


CHECKS = (
    Check("right digits are rewarded", right_digits_are_rewarded),
    Check("samples follow the policy", samples_follow_the_policy),
    Check("digits are scored after those before", digits_are_scored_after_those_before),
    Check("advantages compare within a group", advantages_compare_within_a_group),
    Check("answers of a problem stand together", answers_of_a_problem_stand_together),
    Check("every round is new", every_round_is_new),
    Check("the estimate agrees with the formula", the_estimate_agrees_with_the_formula),
    Check("good answers become likelier", good_answers_become_likelier),
    Check("bad answers become rarer", bad_answers_become_rarer),
    Check("large moves are clipped", large_moves_are_clipped),
    Check("small moves are not clipped", small_moves_are_not_clipped),
    Check("the penalty holds the policy", the_penalty_holds_the_policy),
    Check("the reference stays behind", the_reference_stays_behind),
    Check("updates change the policy", updates_change_the_policy),
    Check("training reaches its loss", training_reaches_its_loss, trains=True),
)


@torch.no_grad()
def measure(project: Project, seed: int = 0) -> dict[str, float]:
    """One run: how its log ends; of 1000 answers, as we find them, the mean reward (`actual`) and how different they are."""
    with torch.enable_grad():
        policy, rows = project.module("train").train(seed=seed)
    problems = torch.cartesian_prod(torch.arange(5), torch.arange(5)).repeat(40, 1)
    answers = policy.sample(problems, torch.Generator().manual_seed(seed + 7))
    return {
        "reward": rows[-1]["reward"],
        "kl": rows[-1]["kl"],
        "early": rows[2]["reward"],
        "actual": (answers == digits_of(problems)).float().mean().item(),
        "different": float(len({tuple(row) for row in torch.cat([problems, answers], dim=1).tolist()})),
    }
