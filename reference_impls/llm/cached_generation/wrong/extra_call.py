# slip: one-call-too-many
import torch


def generate(model, prompt, max_new, eos=None):
    tokens = prompt
    done = torch.zeros(len(prompt), 1, dtype=torch.bool)
    logits, cache = model(prompt, None)
    for _ in range(max_new):
        feed = logits[:, -1:].argmax(-1)
        if eos is not None:
            feed = feed.masked_fill(done, eos)
            done = done | (feed == eos)
        tokens = torch.cat([tokens, feed], 1)
        logits, cache = model(feed, cache)
        if done.all():
            break
    return tokens
