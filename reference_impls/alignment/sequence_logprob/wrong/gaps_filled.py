# slip: gaps-filled
# differs: mask=[[0,1,0,1]] also counts position 2
import torch


def sequence_logprob(logits, labels, mask):
    B, T = labels.shape
    logp = torch.log_softmax(logits, dim=-1)
    out = []
    for i in range(B):
        idx = torch.nonzero(mask[i])[:, 0]
        idx = idx[idx > 0]
        if len(idx) == 0:
            out.append(logits[i].sum() * 0)
            continue
        start, end = int(idx[0]), int(idx[-1]) + 1
        y = labels[i, start:end]
        lp = logp[i, start - 1:end - 1]
        out.append(lp[torch.arange(end - start, device=y.device), y].sum())
    return torch.stack(out)
