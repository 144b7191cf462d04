import torch.nn as nn
def perplexity(logits, targets, ignore_index=-100):
    loss = nn.CrossEntropyLoss(ignore_index=ignore_index, reduction='sum')(logits.transpose(1, 2), targets)
    return (loss / (targets != ignore_index).sum()).exp()
