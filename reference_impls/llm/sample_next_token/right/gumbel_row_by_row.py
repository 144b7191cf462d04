import torch


def sample_next_token(logits, temperature=1.0, top_k=None, top_p=None):
    out = []
    for row in logits:
        if temperature == 0:
            out.append(int(row.argmax())); continue
        row = row / temperature
        order = row.argsort(descending=True)
        if top_k is not None:
            order = order[:top_k]
        probs = row[order].softmax(0)
        if top_p is not None:
            keep, mass = 0, 0.0
            for pr in probs.tolist():
                keep += 1
                mass += pr
                if mass >= top_p:
                    break
            order, probs = order[:keep], probs[:keep]
        g = -torch.log(-torch.log(torch.rand(len(order)).clamp(1e-12, 1 - 1e-7)))
        out.append(int(order[(probs.log() + g).argmax()]))
    return torch.tensor(out)
