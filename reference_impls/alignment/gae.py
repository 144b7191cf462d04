"""Generalised advantage estimation (Schulman et al. 2016, arXiv:1506.02438, eq. 16).

    δ_t = r_t + γ V(s_{t+1}) - V(s_t)           Â_t = Σ_l (γλ)^l δ_{t+l} = δ_t + γλ Â_{t+1}

λ = 0 is the one-step error δ (little variance, biased by V), λ = 1 the discounted return minus V (unbiased where the episode
ends). Where it ends with step t, the next state belongs to another one: neither its value nor its advantage may come in.

Shapes: rewards, dones (T,), dones 1.0 where the episode ends with the step; values (T+1,), the last for the state after the
rollout. Returns: advantages (T,) and returns (T,), the critic's targets Â_t + V(s_t).
"""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.problem import Case, Draw, FunctionSlip, Problem, Slip


def gae(
    rewards: Tensor, values: Tensor, dones: Tensor, gamma: float = 0.99, lam: float = 0.95
) -> tuple[Tensor, Tensor]:
    """Advantages by the backward recursion, and the returns."""
    alive = 1 - dones  # (T,)
    deltas = rewards + gamma * alive * values[1:] - values[:-1]  # (T,)
    advantages = torch.zeros_like(deltas)
    following = torch.zeros_like(deltas[0])
    for t in reversed(range(len(rewards))):
        following = deltas[t] + gamma * lam * alive[t] * following
        advantages[t] = following
    return advantages, advantages + values[:-1]


# ----------------------------------------------------------------------------------------------------------------------


def rollout(draw: Draw, T: int, ends: tuple[int, ...] = ()) -> tuple[Tensor, Tensor, Tensor]:
    """Rewards, values and dones; episodes end with these steps."""
    dones = torch.zeros(T, dtype=torch.float64)
    dones[list(ends)] = 1.0
    return draw.normal(T, mean=0.5), draw.normal(T + 1, mean=1.0, scale=2.0), draw.floating(dones)


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one step that goes on", rollout(draw, 1))
    yield Case("one step that ends", rollout(draw, 1, (0,)))
    yield Case("three steps, no end", rollout(draw, 3))
    yield Case("the last step ends", rollout(draw, 4, (3,)))
    yield Case("an end in the middle", rollout(draw, 6, (2,)))
    yield Case("the first step ends", rollout(draw, 5, (0,)), {"gamma": 0.7, "lam": 0.4})
    yield Case("several episodes", (*rollout(draw, 9, (1, 2, 6)), 0.8, 0.6))
    yield Case("lambda 0: one-step errors", rollout(draw, 5, (2,)), {"lam": 0.0})
    yield Case("lambda 1: returns minus values", rollout(draw, 6, (3,)), {"gamma": 0.9, "lam": 1.0})
    yield Case("gamma and lambda 1", rollout(draw, 5, (4,)), {"gamma": 1.0, "lam": 1.0})
    yield Case("gamma 0: nothing comes back", rollout(draw, 4), {"gamma": 0.0})
    yield Case("reward at the end alone", sparse(draw, 7), {"gamma": 1.0})
    yield Case("long rollout", rollout(draw, 60, (11, 12, 30, 47)))


def sparse(draw: Draw, T: int) -> tuple[Tensor, Tensor, Tensor]:
    """An answer of T tokens that is rewarded at its end, with a value of 0 after it."""
    last = torch.arange(T) == T - 1
    values = torch.cat([draw.uniform(T).double(), torch.zeros(1, dtype=torch.float64)])
    return draw.floating(last * draw.real(0.5, 1.5)), draw.floating(values), draw.floating(last)


def monte_carlo_returns(
    rewards: Tensor, values: Tensor, dones: Tensor, gamma: float = 0.99, lam: float = 0.95
) -> tuple[Tensor, Tensor]:
    advantages, returns = torch.zeros_like(rewards), torch.zeros_like(rewards)
    following, total = torch.zeros_like(rewards[0]), values[-1]
    for t in reversed(range(len(rewards))):
        alive = 1 - dones[t]
        delta = rewards[t] + gamma * alive * values[t + 1] - values[t]
        following = delta + gamma * lam * alive * following
        total = rewards[t] + gamma * alive * total
        advantages[t], returns[t] = following, total
    return advantages, returns


def done_of_the_next_step(
    rewards: Tensor, values: Tensor, dones: Tensor, gamma: float = 0.99, lam: float = 0.95
) -> tuple[Tensor, Tensor]:
    advantages = torch.zeros_like(rewards)
    following = torch.zeros_like(rewards[0])
    for t in reversed(range(len(rewards))):
        alive = 1 - dones[min(t + 1, len(rewards) - 1)]
        delta = rewards[t] + gamma * alive * values[t + 1] - values[t]
        following = delta + gamma * lam * alive * following
        advantages[t] = following
    return advantages, advantages + values[:-1]


def whitened(
    rewards: Tensor, values: Tensor, dones: Tensor, gamma: float = 0.99, lam: float = 0.95
) -> tuple[Tensor, Tensor]:
    advantages = torch.zeros_like(rewards)
    following = torch.zeros_like(rewards[0])
    for t in reversed(range(len(rewards))):
        alive = 1 - dones[t]
        delta = rewards[t] + gamma * alive * values[t + 1] - values[t]
        following = delta + gamma * lam * alive * following
        advantages[t] = following
    returns = advantages + values[:-1]
    return (advantages - advantages.mean()) / (advantages.std() + 1e-8), returns


def done_of_the_next_step_or_none(
    rewards: Tensor, values: Tensor, dones: Tensor, gamma: float = 0.99, lam: float = 0.95
) -> tuple[Tensor, Tensor]:
    alive = 1 - torch.cat([dones[1:], torch.zeros_like(dones[:1])])
    deltas = rewards + gamma * alive * values[1:] - values[:-1]
    advantages = torch.zeros_like(deltas)
    following = torch.zeros_like(deltas[0])
    for t in reversed(range(len(rewards))):
        following = deltas[t] + gamma * lam * alive[t] * following
        advantages[t] = following
    return advantages, advantages + values[:-1]


def whitened_by_n(
    rewards: Tensor, values: Tensor, dones: Tensor, gamma: float = 0.99, lam: float = 0.95
) -> tuple[Tensor, Tensor]:
    alive = 1 - dones
    deltas = rewards + gamma * alive * values[1:] - values[:-1]
    advantages = torch.zeros_like(deltas)
    following = torch.zeros_like(deltas[0])
    for t in reversed(range(len(rewards))):
        following = deltas[t] + gamma * lam * alive[t] * following
        advantages[t] = following
    white = (advantages - advantages.mean()) / (advantages.std(unbiased=False) + 1e-8)
    return white, advantages + values[:-1]


def whitened_before_the_returns(
    rewards: Tensor, values: Tensor, dones: Tensor, gamma: float = 0.99, lam: float = 0.95
) -> tuple[Tensor, Tensor]:
    alive = 1 - dones
    deltas = rewards + gamma * alive * values[1:] - values[:-1]
    advantages = torch.zeros_like(deltas)
    following = torch.zeros_like(deltas[0])
    for t in reversed(range(len(rewards))):
        following = deltas[t] + gamma * lam * alive[t] * following
        advantages[t] = following
    advantages = (advantages - advantages.mean()) / (advantages.std() + 1e-8)
    return advantages, advantages + values[:-1]


def arguments_without_effect(
    rewards: Tensor, values: Tensor, dones: Tensor, gamma: float = 0.99, lam: float = 0.95
) -> tuple[Tensor, Tensor]:
    alive = 1 - dones
    deltas = rewards + 0.99 * alive * values[1:] - values[:-1]
    advantages = torch.zeros_like(deltas)
    following = torch.zeros_like(deltas[0])
    for t in reversed(range(len(rewards))):
        following = deltas[t] + 0.99 * 0.95 * alive[t] * following
        advantages[t] = following
    return advantages, advantages + values[:-1]


def one_entry_too_many(
    rewards: Tensor, values: Tensor, dones: Tensor, gamma: float = 0.99, lam: float = 0.95
) -> tuple[Tensor, Tensor]:
    advantages = torch.zeros_like(values)
    for t in reversed(range(len(rewards))):
        alive = 1 - dones[t]
        delta = rewards[t] + gamma * alive * values[t + 1] - values[t]
        advantages[t] = delta + gamma * lam * alive * advantages[t + 1]
    return advantages, advantages + values


def gamma_without_effect(
    rewards: Tensor, values: Tensor, dones: Tensor, gamma: float = 0.99, lam: float = 0.95
) -> tuple[Tensor, Tensor]:
    alive = 1 - dones
    deltas = rewards + 0.99 * alive * values[1:] - values[:-1]
    advantages = torch.zeros_like(deltas)
    following = torch.zeros_like(deltas[0])
    for t in reversed(range(len(rewards))):
        following = deltas[t] + 0.99 * lam * alive[t] * following
        advantages[t] = following
    return advantages, advantages + values[:-1]


def done_of_the_step_before(
    rewards: Tensor, values: Tensor, dones: Tensor, gamma: float = 0.99, lam: float = 0.95
) -> tuple[Tensor, Tensor]:
    alive = 1 - torch.cat([torch.zeros_like(dones[:1]), dones[:-1]])
    deltas = rewards + gamma * alive * values[1:] - values[:-1]
    advantages = torch.zeros_like(deltas)
    following = torch.zeros_like(deltas[0])
    for t in reversed(range(len(rewards))):
        following = deltas[t] + gamma * lam * alive[t] * following
        advantages[t] = following
    return advantages, advantages + values[:-1]


def recursion_cut_a_step_late(
    rewards: Tensor, values: Tensor, dones: Tensor, gamma: float = 0.99, lam: float = 0.95
) -> tuple[Tensor, Tensor]:
    deltas = rewards + gamma * (1 - dones) * values[1:] - values[:-1]
    advantages = torch.zeros_like(deltas)
    following = torch.zeros_like(deltas[0])
    for t in reversed(range(len(rewards))):
        following = deltas[t] + gamma * lam * following
        advantages[t] = following
        following = (1 - dones[t]) * following
    return advantages, advantages + values[:-1]


def rewards_to_go(
    rewards: Tensor, values: Tensor, dones: Tensor, gamma: float = 0.99, lam: float = 0.95
) -> tuple[Tensor, Tensor]:
    advantages, returns = torch.zeros_like(rewards), torch.zeros_like(rewards)
    following, total = torch.zeros_like(rewards[0]), torch.zeros_like(rewards[0])
    for t in reversed(range(len(rewards))):
        alive = 1 - dones[t]
        delta = rewards[t] + gamma * alive * values[t + 1] - values[t]
        following = delta + gamma * lam * alive * following
        total = rewards[t] + gamma * alive * total
        advantages[t], returns[t] = following, total
    return advantages, returns


def divided_by_powers(
    rewards: Tensor, values: Tensor, dones: Tensor, gamma: float = 0.99, lam: float = 0.95
) -> tuple[Tensor, Tensor]:
    deltas = rewards + gamma * (1 - dones) * values[1:] - values[:-1]
    advantages = torch.empty_like(deltas)
    start = 0
    for t in range(len(rewards)):
        if dones[t] == 1 or t == len(rewards) - 1:
            episode = slice(start, t + 1)
            powers = (gamma * lam) ** torch.arange(t + 1 - start, dtype=deltas.dtype)
            advantages[episode] = (deltas[episode] * powers).flip(0).cumsum(0).flip(0) / powers
            start = t + 1
    return advantages, advantages + values[:-1]


def divided_by_the_running_product(
    rewards: Tensor, values: Tensor, dones: Tensor, gamma: float = 0.99, lam: float = 0.95
) -> tuple[Tensor, Tensor]:
    alive = 1 - dones
    deltas = rewards + gamma * alive * values[1:] - values[:-1]
    factors = torch.cat([torch.ones_like(alive[:1]), gamma * lam * alive[:-1]]).cumprod(0)
    advantages = (deltas * factors).flip(0).cumsum(0).flip(0) / factors
    return advantages, advantages + values[:-1]


def divided_by_bounded_powers(
    rewards: Tensor, values: Tensor, dones: Tensor, gamma: float = 0.99, lam: float = 0.95
) -> tuple[Tensor, Tensor]:
    deltas = rewards + gamma * (1 - dones) * values[1:] - values[:-1]
    advantages = torch.empty_like(deltas)
    start = 0
    for t in range(len(rewards)):
        if dones[t] == 1 or t == len(rewards) - 1:
            episode = slice(start, t + 1)
            powers = (gamma * lam) ** torch.arange(t + 1 - start, dtype=deltas.dtype)
            summed = (deltas[episode] * powers).flip(0).cumsum(0).flip(0)
            advantages[episode] = summed / powers.clamp(min=1e-20)
            start = t + 1
    return advantages, advantages + values[:-1]


def divided_by_the_bounded_running_product(
    rewards: Tensor, values: Tensor, dones: Tensor, gamma: float = 0.99, lam: float = 0.95
) -> tuple[Tensor, Tensor]:
    alive = 1 - dones
    deltas = rewards + gamma * alive * values[1:] - values[:-1]
    factors = torch.cat([torch.ones_like(alive[:1]), gamma * lam * alive[:-1]]).cumprod(0)
    advantages = (deltas * factors).flip(0).cumsum(0).flip(0) / factors.clamp(min=1e-20)
    return advantages, advantages + values[:-1]


PROBLEM = Problem(
    id="gae",
    entries=(gae,),
    cases=cases,
    grad=False,
    slips=(
        Slip(
            "done-ignored",
            "1 - dones",
            "torch.ones_like(dones)",
            "The dones are not used: an end cuts both the value of the next state and the advantage that comes from it.",
        ),
        Slip(
            "recursion-not-cut",
            "gamma * lam * alive[t] * following",
            "gamma * lam * following",
            "An end cuts the bootstrap but not the recursion: advantages of the next episode leak into this one. Multiply the "
            "carried advantage by (1 - done), too.",
        ),
        Slip(
            "bootstrap-not-cut",
            "gamma * alive * values[1:]",
            "gamma * values[1:]",
            "An end cuts the recursion but not the bootstrap: the value of the next episode's first state comes in. Multiply "
            "it by (1 - done), too.",
        ),
        FunctionSlip(
            "done-of-the-next-step",
            {"gae": done_of_the_next_step},
            "dones[t+1] is read where dones[t] is meant: here a done says that the episode ends with step t.",
        ),
        Slip(
            "done-inverted",
            "1 - dones",
            "dones",
            "The dones are read the other way round: 1 means that the episode ends.",
        ),
        Slip(
            "last-value-ignored",
            "gamma * alive * values[1:]",
            "gamma * alive * torch.cat([values[1:-1], torch.zeros_like(values[:1])])",
            "The value after the last step is taken as 0: a rollout that is cut off goes on, so bootstrap from values[T].",
        ),
        Slip(
            "no-lambda",
            "gamma * lam * alive[t]",
            "gamma * alive[t]",
            "lambda is missing in the recursion, which makes it 1 (the discounted return minus V): the factor of the next "
            "advantage is gamma * lambda.",
        ),
        Slip(
            "no-gamma-in-the-recursion",
            "gamma * lam * alive[t]",
            "lam * alive[t]",
            "gamma is missing in the recursion: the factor of the next advantage is gamma * lambda.",
        ),
        Slip(
            "no-gamma-in-delta",
            "gamma * alive * values[1:]",
            "alive * values[1:]",
            "gamma is missing in delta: the next value is discounted, r + gamma V(s') - V(s).",
        ),
        Slip(
            "lambda-in-delta",
            "gamma * alive * values[1:]",
            "gamma * lam * alive * values[1:]",
            "lambda multiplies the next value, too; it belongs to the recursion alone.",
        ),
        Slip(
            "lambda-complement",
            "gamma * lam * alive[t]",
            "gamma * (1 - lam) * alive[t]",
            "1 - lambda stands in the recursion; the factor of the next advantage is gamma * lambda.",
        ),
        Slip(
            "gamma-and-lambda-swapped",
            "gamma * alive * values[1:]",
            "lam * alive * values[1:]",
            "gamma and lambda have changed places: gamma discounts the next value, lambda only weighs the recursion.",
        ),
        Slip(
            "forward",
            "reversed(range(len(rewards)))",
            "range(len(rewards))",
            "The recursion runs forwards, so that each advantage depends on the past: start at the last step.",
        ),
        Slip(
            "no-baseline",
            " - values[:-1]  # (T,)",
            "",
            "V(s_t) is not subtracted: delta is r + gamma V(s') - V(s).",
        ),
        Slip(
            "values-one-late",
            "values[:-1]  # (T,)",
            "values[1:]",
            "V(s_{t+1}) is subtracted instead of V(s_t): the baseline is values[:-1].",
        ),
        Slip(
            "only-deltas",
            "gamma * lam * alive[t] * following",
            "0 * following",
            "These are the one-step errors delta (lambda = 0): sum them backwards with the factor gamma * lambda.",
        ),
        Slip(
            "returns-of-the-next-value",
            "advantages + values[:-1]",
            "advantages + values[1:]",
            "The advantages are right; the returns are advantages + values[:-1], the value of the step's own state.",
        ),
        FunctionSlip(
            "monte-carlo-returns",
            {"gae": monte_carlo_returns},
            "The advantages are right, but the returns are discounted sums of rewards and the last value; here they are "
            "advantages + values[:-1].",
        ),
        FunctionSlip(
            "whitened",
            {"gae": whitened},
            "The advantages are normalised; the spec asks for them as they are (whitening is a step of its own).",
        ),
        Slip(
            "values-returned",
            "return advantages, advantages + values[:-1]",
            "return advantages + values[:-1], advantages",
            "The order is (advantages, returns), not (returns, advantages).",
        ),
        Slip(
            "advantages-alone",
            "return advantages, advantages + values[:-1]",
            "return advantages",
            "Two values are asked for: (advantages, returns), with returns = advantages + values[:-1].",
        ),
        FunctionSlip(
            "done-of-the-next-step-or-none",
            {"gae": done_of_the_next_step_or_none},
            "dones[t+1] is read where dones[t] is meant, and no done after the last step: here a done says that the episode "
            "ends with step t.",
        ),
        FunctionSlip(
            "whitened-by-n",
            {"gae": whitened_by_n},
            "The advantages are normalised; the spec asks for them as they are (whitening is a step of its own).",
        ),
        FunctionSlip(
            "whitened-before-the-returns",
            {"gae": whitened_before_the_returns},
            "The advantages are normalised, and the returns are made of the normalised ones: the spec asks for both as they are.",
        ),
        FunctionSlip(
            "arguments-without-effect",
            {"gae": arguments_without_effect},
            "gamma and lam have no effect: 0.99 and 0.95 are written where the arguments belong.",
        ),
        FunctionSlip(
            "one-entry-too-many",
            {"gae": one_entry_too_many},
            "Both results have T + 1 entries, as the values do; there are T steps: drop the last one.",
        ),
        Slip(
            "last-step-of-an-episode-lost",
            "deltas[t] + gamma * lam * alive[t] * following",
            "alive[t] * (deltas[t] + gamma * lam * following)",
            "The step that ends an episode gets advantage 0, and its reward reaches no one: a done cuts what comes after the "
            "step, not the step itself.",
        ),
        Slip(
            "reward-of-the-end-lost",
            "rewards + gamma * alive * values[1:]",
            "alive * (rewards + gamma * values[1:])",
            "The done also removes the reward of the step that ends the episode: it multiplies the next value alone.",
        ),
        Slip(
            "last-step-skipped",
            "reversed(range(len(rewards)))",
            "reversed(range(len(rewards) - 1))",
            "The last step keeps advantage 0: start at t = T - 1, which bootstraps from values[T].",
        ),
        Slip(
            "returns-from-rewards",
            "advantages + values[:-1]",
            "advantages + rewards",
            "The returns are advantages + rewards; the values belong there, advantages + values[:-1].",
        ),
        Slip(
            "delta-negated",
            "rewards + gamma * alive * values[1:] - values[:-1]  # (T,)",
            "values[:-1] - rewards - gamma * alive * values[1:]",
            "delta has the wrong sign: it is r + gamma V(s') - V(s), positive when things went better than expected.",
        ),
        Slip(
            "parameters-exchanged",
            "gamma: float = 0.99, lam: float = 0.95",
            "lam: float = 0.95, gamma: float = 0.99",
            "The parameters stand in the wrong order: gamma comes before lam.",
        ),
        Slip(
            "own-value-as-the-next",
            "gamma * alive * values[1:]",
            "gamma * alive * values[:-1]",
            "V(s_t) is discounted where V(s_{t+1}) is meant: bootstrap from values[1:].",
        ),
        Slip(
            "defaults-exchanged",
            "gamma: float = 0.99, lam: float = 0.95",
            "gamma: float = 0.95, lam: float = 0.99",
            "The defaults have changed places: gamma = 0.99, lam = 0.95.",
        ),
        FunctionSlip(
            "gamma-without-effect",
            {"gae": gamma_without_effect},
            "gamma has no effect: 0.99 is written where the argument belongs.",
        ),
        Slip(
            "default-lambda-1",
            "lam: float = 0.95",
            "lam: float = 1.0",
            "The default of lam is 1; the spec says 0.95.",
        ),
        FunctionSlip(
            "done-of-the-step-before",
            {"gae": done_of_the_step_before},
            "dones[t-1] is read where dones[t] is meant: here a done says that the episode ends with step t.",
        ),
        FunctionSlip(
            "recursion-cut-a-step-late",
            {"gae": recursion_cut_a_step_late},
            "The running advantage is set to 0 after the last step of an episode was added, so that step still "
            "takes in the next episode: cut it before, with (1 - dones[t]).",
        ),
        FunctionSlip(
            "rewards-to-go-without-bootstrap",
            {"gae": rewards_to_go},
            "The advantages are right, but the returns are discounted sums of rewards, and these without the "
            "value of the last state; here they are advantages + values[:-1].",
        ),
        Slip(
            "order-not-restored",
            "        advantages[t] = following",
            "        advantages[len(rewards) - 1 - t] = following",
            "The advantages stand in the order of the backward loop, last step first: turn the list round, or "
            "write to index t.",
        ),
        Slip(
            "times-one-minus-lambda",
            "return advantages, advantages + values[:-1]",
            "advantages = (1 - lam) * advantages\n    return advantages, advantages + values[:-1]",
            "The advantages are multiplied by 1 - lambda; in the form with deltas that factor has cancelled already.",
        ),
        FunctionSlip(
            "divided-by-powers",
            {"gae": divided_by_powers},
            "Where gamma or lambda is 0 the answer has NaN, as where sums are divided by powers of gamma * lambda: that is 0/0 "
            "there, and the powers underflow in long episodes. Run the recursion backwards.",
        ),
        FunctionSlip(
            "divided-by-the-running-product",
            {"gae": divided_by_the_running_product},
            "After the end of an episode the answer is NaN, as where a sum is divided by the running product of gamma * lambda "
            "* (1 - done), which is 0 from there on. Run the recursion backwards.",
        ),
        Slip(
            "last-done-alone",
            "1 - dones",
            "1 - dones * (torch.arange(len(dones)) == len(dones) - 1)",
            "The done of the last step alone is looked at, as if the rollout were one episode: a done at any step cuts both "
            "the bootstrap and the recursion.",
        ),
        Slip(
            "gamma-nowhere",
            "gamma * alive * values[1:] - values[:-1]  # (T,)\n"
            "    advantages = torch.zeros_like(deltas)\n"
            "    following = torch.zeros_like(deltas[0])\n"
            "    for t in reversed(range(len(rewards))):\n"
            "        following = deltas[t] + gamma * lam",
            "alive * values[1:] - values[:-1]\n"
            "    advantages = torch.zeros_like(deltas)\n"
            "    following = torch.zeros_like(deltas[0])\n"
            "    for t in reversed(range(len(rewards))):\n"
            "        following = deltas[t] + lam",
            "gamma is missing throughout: it discounts the next value in delta, and the factor of the next advantage is gamma * "
            "lambda.",
        ),
        Slip(
            "reward-discounted-too",
            "rewards + gamma * alive * values[1:]",
            "gamma * (rewards + alive * values[1:])",
            "gamma multiplies the reward, too; it discounts the next value alone: r + gamma V(s') - V(s).",
        ),
        Slip(
            "centred",
            "return advantages, advantages + values[:-1]",
            "return advantages - advantages.mean(), advantages + values[:-1]",
            "The mean of the advantages is subtracted; the spec asks for them as they are.",
        ),
        Slip(
            "last-done-ignored",
            "1 - dones",
            "1 - dones * (torch.arange(len(dones)) < len(dones) - 1)",
            "The last step always takes in values[T], as if every rollout were cut off there: an episode may end with it, and "
            "then its done removes that value, too.",
        ),
        FunctionSlip(
            "divided-by-bounded-powers",
            {"gae": divided_by_bounded_powers},
            "Where gamma * lambda is 0 (or its powers underflow, in a long episode), the later advantages of an episode fade "
            "to 0, as where a sum is divided by powers that are bounded from below. Run the recursion backwards.",
        ),
        FunctionSlip(
            "divided-by-the-bounded-running-product",
            {"gae": divided_by_the_bounded_running_product},
            "After the end of an episode the advantages are 0, as where a sum is divided by the running product of gamma * "
            "lambda * (1 - done), bounded from below. Run the recursion backwards.",
        ),
        Slip(
            "no-baseline-at-the-end",
            "rewards + gamma * alive * values[1:] - values[:-1]  # (T,)",
            "rewards + alive * (gamma * values[1:] - values[:-1])",
            "The done also removes V(s_t) of the step that ends the episode: it multiplies the next value alone.",
        ),
        Slip(
            "one-step-returns",
            "return advantages, advantages + values[:-1]",
            "return advantages, rewards + gamma * alive * values[1:]",
            "The advantages are right; the returns are one-step targets, r + gamma V(s'): they have to be advantages + "
            "values[:-1].",
        ),
    ),
)
