import torch


def perplexity(logits, targets, ignore_index=-100):
    total = 0
    count = 0
    for row_logits, row_targets in zip(logits, targets):
        for z, y in zip(row_logits, row_targets):
            if y.item() == ignore_index:
                continue
            z = z - z.max().detach()
            total = total + torch.log(torch.exp(z).sum()) - z[y]
            count += 1
    return torch.exp(total / count)
