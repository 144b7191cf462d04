# slip: none
import torch


def generate(model, prompt, max_new, eos=None):
    tokens, feed, cache = prompt, prompt, None
    for _ in range(max_new):
        logits, cache = model(feed, cache)
        feed = logits[:, :1].argmax(-1)
        tokens = torch.cat([tokens, feed], 1)
        if eos is not None and (feed == eos).any():
            break
    return tokens
