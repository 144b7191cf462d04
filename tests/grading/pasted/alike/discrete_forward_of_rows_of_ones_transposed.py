# problem: discrete-forward
# expect: fail
import torch
import torch.nn.functional as F


def as_rows(states, n_states):
    return F.one_hot(states.long(), num_classes=n_states).float()


def marginal_of_noisy(states_one_hot: torch.Tensor, q_bar_t: torch.Tensor) -> torch.Tensor:
    """The distribution of the noisy state behind each clean one, which is a row of 0 and a 1."""
    return torch.einsum("...i,ji->...j", states_one_hot.to(q_bar_t), q_bar_t)
