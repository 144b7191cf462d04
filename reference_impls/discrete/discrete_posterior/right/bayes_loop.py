import torch


def discrete_posterior(x_t, x0, q_t, q_bar_prev):
    K = q_t.shape[0]
    rows = []
    for j, i in zip(x_t.tolist(), x0.tolist()):
        joint = [q_bar_prev[i, k] * q_t[k, j] for k in range(K)]
        evidence = sum(joint)
        rows.append(torch.stack([p / evidence for p in joint]))
    return torch.stack(rows)
