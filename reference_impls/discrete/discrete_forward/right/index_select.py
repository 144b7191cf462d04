import torch


class D3PM:
    def discrete_q_sample_probs(self, x_start, q_bar):
        return torch.index_select(q_bar, 0, x_start.reshape(-1)).view(*x_start.shape, -1)
