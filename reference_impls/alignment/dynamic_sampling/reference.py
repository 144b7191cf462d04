"""Which groups dynamic sampling keeps (Yu et al. 2025, DAPO, arXiv:2503.14476, section 3.2).

    A_i = (R_i - mean R) / std R                            the advantage of answer i within its group
    R_1 = ... = R_G   =>   every A_i is 0, and so is the group's gradient

A prompt that every answer solves, or none, teaches nothing, and its share of the batch only dilutes the others. DAPO samples
further prompts until the batch is full of groups that differ. Rewards are compared with each other, not with their mean: a
rounded mean of equal rewards can differ from all of them.

Shapes: rewards (P,G), P prompts with G answers each. Returns: (P,), True where the group teaches something.
"""

from torch import Tensor


def informative_groups(rewards: Tensor) -> Tensor:
    """Whether not all rewards of a group are equal."""
    return (rewards != rewards[:, :1]).any(dim=1)
