# problem: clip-loss
# says: clip_of_embeddings is graded as clip_loss
def one_way(logits):
    return nn.functional.cross_entropy(logits, torch.arange(len(logits), device=logits.device))


def clip_loss(similarity):
    return (one_way(similarity) + one_way(similarity.t())) / 2.0


def clip_of_embeddings(image_embeds, text_embeds, logit_scale):
    image_embeds = image_embeds / image_embeds.norm(p=2, dim=-1, keepdim=True)
    text_embeds = text_embeds / text_embeds.norm(p=2, dim=-1, keepdim=True)
    return clip_loss(text_embeds @ image_embeds.t() * logit_scale)
