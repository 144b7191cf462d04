# slip: 1e-6-in-the-logs
# adds 1e-6 inside the logs (as D3PM code does), which swamps small probabilities
# differs: q_t=[[1-1e-9,1e-9],[0,1]], q_bar_prev=[[1-1e-7,1e-7],[0,1]], x_t=[1], x0=[0] -> [.0099,.9901] expected, gives about [.48,.52]
import torch

EPS = 1e-6


def discrete_posterior(x_t, x0, q_t, q_bar_prev):
    log_fact1 = torch.log(q_t[:, x_t].T + EPS)
    log_fact2 = torch.log(q_bar_prev[x0] + EPS)
    return torch.softmax(log_fact1 + log_fact2, dim=-1)
