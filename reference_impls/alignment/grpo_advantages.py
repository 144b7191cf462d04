"""Group-relative advantages (Shao et al. 2024, DeepSeekMath, arXiv:2402.03300, section 4.1.2).

    Â_i = (r_i - mean(r)) / (std(r) + ε)        over the G answers to one prompt

The group's mean stands in for a learned value function. The paper leaves ε and the kind of std open; here std is the
unbiased one (divided by G - 1), as in TRL, and ε is added to it.

In floating point the mean of equal rewards is not always that reward: seven times 0.1 gives differences of 7e-9, which ε = 1e-6
does not drown. Shifting every group by its first reward, which changes no advantage, makes equal rewards exact zeros.

Shapes: rewards (P,G), P prompts with G answers each, or (G,). Returns: the same shape; 0 where a group has no signal.
"""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.problem import Case, Draw, FunctionSlip, Law, Problem, Slip, World, expect


def grpo_advantages(rewards: Tensor, eps: float = 1e-6) -> Tensor:
    """(r - mean) / (std + ε) within each group, exactly 0 for a group of equal rewards or of one."""
    shifted = rewards - rewards[..., :1]  # (P,G); exact zeros where all are equal
    centred = shifted - shifted.mean(dim=-1, keepdim=True)
    degrees = max(rewards.shape[-1] - 1, 1)  # a group of one has no spread
    std = (centred.square().sum(dim=-1, keepdim=True) / degrees).sqrt()  # (P,1)
    return centred / (std + eps)


# ----------------------------------------------------------------------------------------------------------------------


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one group", (draw.normal(4),))
    difficulty = torch.tensor([[-3.0], [0.0], [4.0]], dtype=torch.float64)
    yield Case("prompts of different difficulty", (draw.floating(draw.normal(3, 5).double() + difficulty),))
    yield Case("rewards 0 and 1", (draw.floating([[1, 0, 0, 0, 0, 0, 0, 0], [1, 1, 0, 1, 1, 1, 0, 1]]),))
    yield Case("groups of two", (draw.normal(5, 2, scale=2.0),))
    yield Case("as many prompts as answers", (draw.normal(4, 4, scale=0.5),))
    steps = torch.tensor([[3.0, 0.0, 5.0, 1.0, 2.0, 4.0], [0.0, 2.0, 1.0, 5.0, 4.0, 3.0]], dtype=torch.float64)
    yield Case("spread of ten times eps", (draw.floating(5e-6 * (steps + draw.uniform(2, 6, high=0.8).double())),))
    yield Case("large eps", (draw.normal(2, 7, scale=0.6),), {"eps": 0.25})
    yield Case("std below eps", (draw.normal(3, 5, scale=0.1),), {"eps": 0.4})
    yield Case("one prompt", (draw.normal(1, 6),), {"eps": 1e-3})
    yield Case("some groups of equal rewards", (draw.floating([[1, 1, 1, 1], [0, 1, 1, 0], [0, 0, 0, 0]]),))
    yield Case("groups of one", (draw.normal(3, 1),))
    yield Case("a single reward", (draw.normal(1),))


def equal_rewards_give_exactly_zero(world: World, draw: Draw) -> None:
    constants = torch.cat([torch.tensor([0.1, 0.7, 0.3, 0.9]), draw.uniform(36, low=-1, high=1)])
    for size in (6, 7, 9, 13):
        result = torch.as_tensor(world.call("grpo_advantages", constants[:, None].repeat(1, size)))
        largest = float(result.abs().max())
        expect(largest == 0, f"{size} equal rewards give up to {largest:.3g}, expected exactly 0", "equal-rewards")
    for value in (0.1, 0.7):
        beside = torch.stack([torch.full((7,), value), torch.arange(7) % 2 * 1.0])
        largest = float(torch.as_tensor(world.call("grpo_advantages", beside))[0].abs().max())
        expect(largest == 0, f"7 times {value} beside another group gives up to {largest:.3g}, not 0", "equal-beside")
    for value in (0.1, 0.7):  # a single group is summed in another order, and its std may round too
        for size in (7, 9, 12):
            result = torch.as_tensor(world.call("grpo_advantages", torch.full((size,), value)))
            largest = float(result.abs().max())
            expect(largest == 0, f"{size} times {value} gives up to {largest:.3g}, expected exactly 0", "equal-rewards")


def whole_batch(rewards: Tensor, eps: float = 1e-6) -> Tensor:
    centred = rewards - rewards.mean()
    return centred / ((centred.square().sum() / (rewards.numel() - 1)).sqrt() + eps)


def whole_batch_but_equal_groups(rewards: Tensor, eps: float = 1e-6) -> Tensor:
    centred = rewards - rewards.mean()
    equal = (rewards == rewards[..., :1]).all(dim=-1, keepdim=True)
    return (centred / ((centred.square().sum() / (rewards.numel() - 1)).sqrt() + eps)).masked_fill(equal, 0.0)


def zero_where_all_are_equal(rewards: Tensor, eps: float = 1e-6) -> Tensor:
    if bool((rewards == rewards[..., :1]).all()):
        return torch.zeros_like(rewards)
    return (rewards - rewards.mean(dim=-1, keepdim=True)) / (rewards.std(dim=-1, keepdim=True) + eps)


def across_prompts(rewards: Tensor, eps: float = 1e-6) -> Tensor:
    shifted = rewards - rewards[:1]
    centred = shifted - shifted.mean(dim=0)
    return centred / ((centred.square().sum(dim=0) / max(rewards.shape[0] - 1, 1)).sqrt() + eps)


def group_size_from_the_first_axis(rewards: Tensor, eps: float = 1e-6) -> Tensor:
    groups = rewards.reshape(-1, len(rewards))
    shifted = groups - groups[:, :1]
    centred = shifted - shifted.mean(dim=1, keepdim=True)
    std = (centred.square().sum(dim=1, keepdim=True) / max(len(rewards) - 1, 1)).sqrt()
    return (centred / (std + eps)).reshape(rewards.shape)


def groups_cut_across(rewards: Tensor, eps: float = 1e-6) -> Tensor:
    groups = rewards.reshape(rewards.shape[-1], -1)  # (G,P)
    shifted = groups - groups[:1]
    centred = shifted - shifted.mean(dim=0)
    std = (centred.square().sum(dim=0) / max(len(groups) - 1, 1)).sqrt()
    return (centred / (std + eps)).reshape(rewards.shape)


PROBLEM = Problem(
    id="grpo-advantages",
    entries=(grpo_advantages,),
    cases=cases,
    laws=(Law("equal rewards give exactly 0, also where their mean rounds", equal_rewards_give_exactly_zero),),
    grad=False,
    slips=(
        Slip(
            "biased-std",
            "max(rewards.shape[-1] - 1, 1)",
            "rewards.shape[-1]",
            "The std is divided by G; the spec asks for the unbiased one, divided by G - 1 (a factor sqrt(G/(G-1))).",
        ),
        FunctionSlip(
            "whole-batch",
            {"grpo_advantages": whole_batch},
            "Mean and std run over all prompts at once, so hard prompts get negative advantages: take them along the last axis.",
        ),
        FunctionSlip(
            "across-prompts",
            {"grpo_advantages": across_prompts},
            "Mean and std run over the prompts (axis 0); a group is a row: use the last axis.",
        ),
        FunctionSlip(
            "whole-batch-but-equal-groups",
            {"grpo_advantages": whole_batch_but_equal_groups},
            "Mean and std run over all prompts at once, so hard prompts get negative advantages: take them along the last axis.",
        ),
        Slip(
            "mean-of-the-others",
            "return centred / (std + eps)",
            "return centred * rewards.shape[-1] / degrees / (std + eps)",
            "The baseline leaves the answer itself out, as in RLOO, which scales r - mean by G/(G-1); GRPO takes the mean of "
            "all G.",
        ),
        Slip(
            "eps-in-root",
            "/ degrees).sqrt()  # (P,1)\n    return centred / (std + eps)",
            "/ degrees + eps).sqrt()\n    return centred / std",
            "eps stands under the root, where it adds up to sqrt(eps), 1e-3 by default; add it to the std.",
        ),
        Slip("no-std", "return centred / (std + eps)", "return centred", "The division by std + eps is missing."),
        Slip(
            "variance",
            "/ degrees).sqrt()",
            "/ degrees)",
            "You divide by the variance; take its root, so that the advantages have unit spread.",
        ),
        Slip("not-centred", "return centred", "return rewards", "The group's mean is not subtracted from the rewards."),
        Slip(
            "eps-as-floor",
            "centred / (std + eps)",
            "centred / std.clamp_min(eps)",
            "eps is the least std instead of being added to it: the spec says std + eps.",
        ),
        Slip(
            "eps-constant",
            "centred / (std + eps)",
            "centred / (std + 1e-8)",
            "The argument eps has no effect: a constant is added to the std instead.",
        ),
        Slip(
            "no-eps",
            "centred / (std + eps)",
            "centred / std",
            "eps is missing: a group of equal rewards divides 0 by 0 and gives NaN instead of 0.",
        ),
        Slip(
            "default-eps", "eps: float = 1e-6", "eps: float = 1e-8", "The default of eps is 1e-6; yours is about 1e-8."
        ),
        Slip(
            "group-of-one",
            "max(rewards.shape[-1] - 1, 1)",
            "(rewards.shape[-1] - 1)",
            "The unbiased std of one reward is 0/0, so a group of one gives NaN; it has no signal: return 0. "
            "(Groups of equal rewards have to give exactly 0 too, although their mean may round.)",
        ),
        Slip(
            "equal-rewards-noise",
            "rewards - rewards[..., :1]",
            "rewards",
            "The mean of equal rewards rounds, and eps is too small to drown that: 0.1 seven times gives about -0.007. "
            "Subtract one of the rewards first, or set groups with max == min to 0.",
        ),
        Slip(
            "std-of-the-batch",
            "std = (centred.square().sum(dim=-1, keepdim=True) / degrees).sqrt()",
            "std = rewards.std().nan_to_num()",
            "The mean is that of the group, but the standard deviation that of all rewards: take both along the "
            "last axis.",
        ),
        Slip(
            "mean-of-the-batch",
            "return centred / (std + eps)",
            "return (rewards - rewards.mean()) * (std > 0) / (std + eps)",
            "The standard deviation is that of the group, but the mean that of all rewards: take both along the "
            "last axis.",
        ),
        Slip(
            "median",
            "shifted.mean(dim=-1, keepdim=True)",
            "shifted.median(dim=-1, keepdim=True).values",
            "The median is subtracted; the baseline of GRPO is the mean.",
        ),
        Slip(
            "divided-by-the-range",
            "return centred / (std + eps)",
            "return centred / (shifted.amax(dim=-1, keepdim=True) - shifted.amin(dim=-1, keepdim=True) + eps)",
            "The rewards are divided by their range, max - min; divide by the standard deviation.",
        ),
        Slip(
            "sign",
            "return centred",
            "return -centred",
            "The sign is the other way round: an answer that is better than its group has a positive advantage, "
            "r - mean.",
        ),
        Slip(
            "eps-after-the-division",
            "return centred / (std + eps)",
            "return ((centred / std) + eps).nan_to_num() * (std > 0)",
            "eps is added to the quotient; it is added to the standard deviation: (r - mean) / (std + eps).",
        ),
        Slip(
            "leave-one-out-without-std",
            "return centred / (std + eps)",
            "return centred * rewards.shape[-1] / degrees",
            "The baseline is the mean of the other answers, and nothing is divided, as in RLOO; GRPO subtracts "
            "the mean of all and divides by std + eps.",
        ),
        Slip(
            "no-eps-but-equal-groups",
            "centred / (std + eps)",
            "(centred / std).nan_to_num()",
            "eps is not used; it is added to the standard deviation of every group, not only where that is 0.",
        ),
        Slip(
            "small-spread-zeroed",
            "return centred / (std + eps)",
            "return (std > 1e-4) * centred / (std + eps)",
            "A group with a small spread is set to 0; only equal rewards give 0, all others are divided by std + eps.",
        ),
        Slip(
            "two-dimensions-only",
            "rewards - rewards[..., :1]",
            "rewards - rewards[:, :1]",
            "Rewards of one prompt, shape (G,), raise: index the last axis, dim=-1, whatever the rank.",
        ),
        FunctionSlip(
            "equal-groups-all-or-none",
            {"grpo_advantages": zero_where_all_are_equal},
            "A group of equal rewards is exactly zero only where all groups are equal in themselves: ask it of each group.",
        ),
        Slip(
            "one-prompt-zeroed",
            "return centred / (std + eps)",
            "return centred / (std + eps) * (rewards.shape[0] > 1)",
            "A single prompt gets zeros whatever its rewards, as where the guard for a group of one asks for shape[0], the "
            "number of prompts: the answers to one prompt are the last axis.",
        ),
        Slip(
            "rounded-to-four-places",
            "return centred / (std + eps)",
            "return (centred * 1e4).round() / 1e4 / (std + eps)",
            "The differences to the mean are rounded to four places, which wipes out small differences that are real: subtract "
            "one of the rewards first, or set groups with max == min to 0.",
        ),
        Slip(
            "rounded-to-six-places",
            "return centred / (std + eps)",
            "return (centred * 1e6).round() / 1e6 / (std + eps)",
            "The differences to the mean are rounded to six places, which changes small differences that are real: subtract "
            "one of the rewards first, or set groups with max == min to 0.",
        ),
        FunctionSlip(
            "group-size-from-the-first-axis",
            {"grpo_advantages": group_size_from_the_first_axis},
            "The group size is taken from the first axis, as len(rewards), and the groups are cut anew: with shape (P,G) it is "
            "rewards.shape[-1].",
        ),
        FunctionSlip(
            "groups-cut-across",
            {"grpo_advantages": groups_cut_across},
            "The flat rewards are read as (G,P), so that a group mixes prompts: the answers to one prompt stand side by side, a "
            "row of (P,G).",
        ),
        Slip(
            "as-layer-norm",
            "max(rewards.shape[-1] - 1, 1)",
            "rewards.shape[-1]\n    centred = centred / ((centred.square().mean(dim=-1, keepdim=True) + eps).sqrt())\n"
            "    return centred",
            "This is layer normalisation: the std is divided by G, and eps stands under its root. Here it is divided by G - 1, "
            "and eps is added to it.",
        ),
    ),
)
