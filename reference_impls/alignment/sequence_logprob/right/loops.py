import torch


def sequence_logprob(logits, labels, mask):
    B, T, V = logits.shape
    results = []
    for b in range(B):
        total = logits.new_zeros(())
        for t in range(1, T):
            if mask[b, t]:
                total = total + torch.log_softmax(logits[b, t - 1], dim=0)[labels[b, t]]
        results.append(total)
    return torch.stack(results)
