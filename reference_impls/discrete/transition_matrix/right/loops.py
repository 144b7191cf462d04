import torch


def transition_matrix(kind, k, beta):
    if kind not in ("uniform", "absorbing"):
        raise ValueError("kind")
    rows = []
    for i in range(k):
        row = [0.0] * k
        for j in range(k):
            if kind == "uniform":
                row[j] = beta / k + (1 - beta if i == j else 0)
            elif i == k - 1:
                row[j] = 1.0 if j == k - 1 else 0.0
            elif j == i:
                row[j] = 1 - beta
            elif j == k - 1:
                row[j] = beta
        rows.append(row)
    return torch.tensor(rows)
