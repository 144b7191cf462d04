# slip: log-with-eps
import torch


def clip_loss(image_emb, text_emb, logit_scale):
    a = torch.nn.functional.normalize(image_emb, dim=1)
    b = torch.nn.functional.normalize(text_emb, dim=1)
    logits = (a @ b.T) * logit_scale
    p_img = torch.softmax(logits, dim=1).diag()
    p_txt = torch.softmax(logits, dim=0).diag()
    nll = -torch.log(p_img + 1e-8) - torch.log(p_txt + 1e-8)
    return nll.mean() / 2
