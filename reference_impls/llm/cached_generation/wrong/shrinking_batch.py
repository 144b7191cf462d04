# slip: none
import torch


def generate(model, prompt, max_new, eos=None):
    rows = []
    for b in range(len(prompt)):
        feed, cache, row = prompt[b : b + 1], None, [prompt[b]]
        for _ in range(max_new):
            logits, cache = model(feed, cache)
            feed = logits[:, -1:].argmax(-1)
            row.append(feed[0])
            if eos is not None and int(feed) == eos:
                break
        rows.append(torch.cat(row))
    n = max(len(r) for r in rows)
    return torch.stack([torch.cat([r, r.new_full((n - len(r),), eos or 0)]) for r in rows])
