import random
import torch


def sample_next_token(logits, temperature=1.0, top_k=None, top_p=None):
    res = []
    for row in logits:
        if temperature == 0:
            res.append(row.argmax().item())
            continue
        probs = torch.softmax(row.double() / temperature, 0).tolist()
        pairs = sorted(enumerate(probs), key=lambda t: -t[1])
        if top_k:
            pairs = pairs[:top_k]
        tot = sum(p for _, p in pairs)
        pairs = [(i, p / tot) for i, p in pairs]
        if top_p is not None:
            acc, kept = 0.0, []
            for i, p in pairs:
                kept.append((i, p))
                acc += p
                if acc >= top_p:
                    break
            pairs = kept
        ids, ps = zip(*pairs)
        res.append(random.choices(ids, weights=ps)[0])
    return torch.tensor(res, dtype=torch.int32)
