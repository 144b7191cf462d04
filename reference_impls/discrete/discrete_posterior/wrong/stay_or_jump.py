# slip: none
import torch


def discrete_posterior(x_t, x0, q_t, q_bar_prev):
    """The closed form of the absorbing process, for whatever kernel comes."""
    K = q_t.shape[0]
    rows = []
    for j, i in zip(x_t.tolist(), x0.tolist()):
        row = torch.zeros(K)
        if j != K - 1:
            row[j] = 1.0
        else:
            alive_prev, alive = q_bar_prev[i, i], (q_bar_prev @ q_t)[i, i]
            back = (alive_prev - alive) / (1 - alive)
            row[i] += back
            row[K - 1] += 1 - back
        rows.append(row)
    return torch.stack(rows)
