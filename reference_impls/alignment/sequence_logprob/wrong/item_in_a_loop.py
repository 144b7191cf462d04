# slip: detached
import torch


def sequence_logprob(logits, labels, mask):
    lp = torch.log_softmax(logits[:, :-1], -1)
    out = []
    for b in range(lp.size(0)):
        s = 0.0
        for t in range(lp.size(1)):
            s += (lp[b, t, labels[b, t + 1]] * mask[b, t + 1]).item()
        out.append(s)
    return torch.tensor(out, dtype=logits.dtype)
