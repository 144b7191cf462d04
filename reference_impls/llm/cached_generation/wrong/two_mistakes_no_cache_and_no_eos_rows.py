# slip: none
import torch

def generate(model, prompt, max_new, eos=None):
    out, cur = prompt, prompt
    for _ in range(max_new):
        logits, _ = model(cur, None)
        cur = logits[:, -1].argmax(-1, keepdim=True)
        out = torch.cat([out, cur], 1)
        if eos is not None and (cur == eos).all():
            break
    return out
