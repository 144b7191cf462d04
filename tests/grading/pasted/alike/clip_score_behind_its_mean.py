# problem: clip-score
# says: your code returns 2 results: number 2 is graded, the only one with as many axes as the answer
import torch


def get_clip_score(image_features, text_features, w=2.5):
    image_features = image_features / torch.sqrt(torch.sum(image_features**2, dim=1, keepdim=True))
    text_features = text_features / torch.sqrt(torch.sum(text_features**2, dim=1, keepdim=True))
    per = w * torch.clip(torch.sum(image_features * text_features, dim=1), 0, None)
    return torch.mean(per), per
