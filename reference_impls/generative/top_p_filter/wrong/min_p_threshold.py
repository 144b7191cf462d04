# slip: min-p
import torch
def top_p_filter(logits, p):
    pr = logits.softmax(-1)
    return logits.masked_fill(pr < p * pr.amax(-1, keepdim=True), float('-inf'))
