# slip: no-ids-raises
import torch
def embedding(ids, weight, padding_idx=None):
    rows = []
    for i in ids.reshape(-1).tolist():
        row = weight[i]
        rows.append(row.detach() if i == padding_idx else row)
    return torch.stack(rows).reshape(*ids.shape, weight.shape[1])
