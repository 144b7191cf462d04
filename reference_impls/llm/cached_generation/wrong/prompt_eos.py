# slip: none
import torch


def generate(model, prompt, max_new, eos=None):
    tokens, feed, cache = prompt, prompt, None
    for _ in range(max_new):
        logits, cache = model(feed, cache)
        feed = logits[:, -1:].argmax(-1)
        if eos is not None:
            feed = feed.masked_fill((tokens == eos).any(1, keepdim=True), eos)
        tokens = torch.cat([tokens, feed], 1)
        if eos is not None and (tokens == eos).any(1).all():
            break
    return tokens
