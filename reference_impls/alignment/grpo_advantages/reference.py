"""Group-relative advantages (Shao et al. 2024, DeepSeekMath, arXiv:2402.03300, section 4.1.2).

    Â_i = (r_i - mean(r)) / (std(r) + ε)        over the G answers to one prompt

The group's mean stands in for a learned value function. The paper leaves ε and the kind of std open; here std is the
unbiased one (divided by G - 1), as in TRL, and ε is added to it.

In floating point the mean of equal rewards is not always that reward: seven times 0.1 gives differences of 7e-9, which ε = 1e-6
does not drown. Shifting every group by its first reward, which changes no advantage, makes equal rewards exact zeros.

Shapes: rewards (P,G), P prompts with G answers each, or (G,). Returns: the same shape; 0 where a group has no signal.
"""

from torch import Tensor


def grpo_advantages(rewards: Tensor, eps: float = 1e-6) -> Tensor:
    """(r - mean) / (std + ε) within each group, exactly 0 for a group of equal rewards or of one."""
    shifted = rewards - rewards[..., :1]  # (P,G); exact zeros where all are equal
    centred = shifted - shifted.mean(dim=-1, keepdim=True)
    degrees = max(rewards.shape[-1] - 1, 1)  # a group of one has no spread
    std = (centred.square().sum(dim=-1, keepdim=True) / degrees).sqrt()  # (P,1)
    return centred / (std + eps)
