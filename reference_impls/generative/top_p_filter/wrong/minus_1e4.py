# slip: filled-with-minus-1e4
# input: any logits with p = 0.5, e.g. log(0.5, 0.3, 0.2) with p = 0.4
import torch


def top_p_filter(logits, p):
    shape = logits.shape
    flat = logits.reshape(-1, shape[-1])
    out = torch.full_like(flat, -1e4)
    for i, row in enumerate(flat):
        pr = torch.softmax(row, dim=0)
        order = torch.argsort(pr, descending=True)
        total = 0.0
        for j in order.tolist():
            out[i, j] = row[j]
            total += pr[j].item()
            if total >= p:
                break
    return out.reshape(shape)
