"""Generalised advantage estimation (Schulman et al. 2016, arXiv:1506.02438, eq. 16).

    δ_t = r_t + γ V(s_{t+1}) - V(s_t)           Â_t = Σ_l (γλ)^l δ_{t+l} = δ_t + γλ Â_{t+1}

λ = 0 is the one-step error δ (little variance, biased by V), λ = 1 the discounted return minus V (unbiased where the episode
ends). Where it ends with step t, the next state belongs to another one: neither its value nor its advantage may come in.

Shapes: rewards, dones (T,), dones 1.0 where the episode ends with the step; values (T+1,), the last for the state after the
rollout. Returns: advantages (T,) and returns (T,), the critic's targets Â_t + V(s_t).
"""

import torch
from torch import Tensor


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
