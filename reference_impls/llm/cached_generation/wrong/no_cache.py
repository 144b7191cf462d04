# slip: none
import torch


def generate(model, prompt, max_new, eos=None):
    tokens = prompt
    done = torch.zeros(len(prompt), dtype=torch.bool)
    for _ in range(max_new):
        logits, _ = model(tokens, None)
        new = logits[:, -1].argmax(-1)
        if eos is not None:
            new = torch.where(done, torch.full_like(new, eos), new)
            done |= new == eos
        tokens = torch.cat([tokens, new[:, None]], 1)
        if done.all():
            break
    return tokens
