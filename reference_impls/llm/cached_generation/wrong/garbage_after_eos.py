# slip: rows-go-on-after-eos
import torch


def generate(model, prompt, max_new, eos=None):
    tokens, feed, cache = prompt, prompt, None
    done = torch.zeros(len(prompt), 1, dtype=torch.bool)
    for _ in range(max_new):
        logits, cache = model(feed, cache)
        feed = logits[:, -1:].argmax(-1)
        tokens = torch.cat([tokens, feed], 1)
        if eos is not None:
            done = done | (feed == eos)
            if done.all():
                break
    return tokens
