"""Loss of a reward model trained on pairs (Bradley & Terry 1952; Ouyang et al. 2022, arXiv:2203.02155, eq. 1).

    P(w beats l) = exp(r_w) / (exp(r_w) + exp(r_l)) = σ(r_w - r_l)           L = -E log σ(r_w - r_l)

The model sees differences alone: what is added to both rewards of a prompt changes nothing. A pair pulls with the probability
that its order is wrong, σ(r_l - r_w): solved pairs fade, contradicted ones dominate.

Shapes: r_chosen, r_rejected (B,), the scores of the two answers. Returns: the mean over the pairs, a scalar.
"""

from torch import Tensor
from torch.nn import functional as F


def reward_model_loss(r_chosen: Tensor, r_rejected: Tensor) -> Tensor:
    """-log σ of chosen minus rejected, averaged over the pairs."""
    margin = r_chosen - r_rejected  # (B,)
    return -F.logsigmoid(margin).mean()  # log σ in one step: σ(-1000) is 0, whose log is -inf
