"""Direct preference optimisation loss (Rafailov et al. 2023, arXiv:2305.18290, eq. 7).

    L = -E log σ(β [log π_θ(y_w|x) / π_ref(y_w|x)  -  log π_θ(y_l|x) / π_ref(y_l|x)])

β log(π_θ / π_ref) is the reward that the policy implies; the loss is the negative log-likelihood of "w beats l" under
Bradley-Terry. At π_θ = π_ref every margin is 0 and the loss is log 2.

Shapes: pol_w, pol_l, ref_w, ref_l (B,), log-probabilities summed over the tokens of the response.
Returns: the mean over the batch, a scalar.
"""

from torch import Tensor
from torch.nn import functional as F


def dpo_loss(pol_w: Tensor, pol_l: Tensor, ref_w: Tensor, ref_l: Tensor, beta: float = 0.1) -> Tensor:
    """-log σ(β (log-ratio of the chosen - log-ratio of the rejected)), averaged over the pairs."""
    log_ratio_w = pol_w - ref_w  # (B,)
    log_ratio_l = pol_l - ref_l  # (B,)
    margin = beta * (log_ratio_w - log_ratio_l)
    return -F.logsigmoid(margin).mean()  # log σ in one step: σ(-1000) is 0, whose log is -inf
