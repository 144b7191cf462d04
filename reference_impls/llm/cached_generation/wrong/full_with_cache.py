# slip: whole-sequence-with-the-cache
import torch


def generate(model, prompt, max_new, eos=None):
    tokens, cache = prompt, None
    done = torch.zeros(len(prompt), 1, dtype=torch.bool)
    for _ in range(max_new):
        logits, cache = model(tokens, cache)
        feed = logits[:, -1:].argmax(-1)
        if eos is not None:
            feed = feed.masked_fill(done, eos)
            done = done | (feed == eos)
        tokens = torch.cat([tokens, feed], 1)
        if done.all():
            break
    return tokens
