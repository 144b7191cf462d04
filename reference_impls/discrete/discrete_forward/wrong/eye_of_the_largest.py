# slip: one-hot-of-the-largest-token
import torch


def discrete_q_sample_probs(x0, q_bar):
    states = int(x0.max()) + 1
    chosen = torch.eye(states, dtype=q_bar.dtype, device=q_bar.device)[x0]
    return torch.einsum("blk,kj->blj", chosen, q_bar)
