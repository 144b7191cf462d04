import torch


class Solution:
    def discrete_posterior(
        self, x_t: torch.Tensor, x0: torch.Tensor, q_t: torch.Tensor, q_bar_prev: torch.Tensor
    ) -> torch.Tensor:
        prior = torch.gather(q_bar_prev, 0, x0[:, None].expand(-1, q_bar_prev.shape[1]))
        like = torch.gather(q_t.T, 0, x_t[:, None].expand(-1, q_t.shape[0]))
        z = torch.sum(prior * like, dim=1)
        return torch.div(prior * like, z.unsqueeze(1))
