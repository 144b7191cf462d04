# slip: new-tokens-alone
import torch


def generate(model, prompt, max_new, eos=None):
    out, feed, cache = [], prompt, None
    done = torch.zeros(len(prompt), 1, dtype=torch.bool)
    for _ in range(max_new):
        logits, cache = model(feed, cache)
        feed = logits[:, -1:].argmax(-1)
        if eos is not None:
            feed = feed.masked_fill(done, eos)
            done = done | (feed == eos)
        out.append(feed)
        if done.all():
            break
    return torch.cat(out, 1)
