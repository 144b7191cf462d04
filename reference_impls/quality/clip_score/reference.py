"""CLIPScore, the agreement of an image and a caption without a reference (Hessel et al. 2021, arXiv:2104.08718).

    CLIP-S(c, v) = w · max(cos(c, v), 0),       w = 2.5

c and v are the embeddings of caption and image in CLIP's common space. Cosines of good pairs are around 0.2 to 0.35, and w
stretches them towards [0, 1]; negative ones are rare and count as 0. CLIP's encoders do not return unit vectors.

Shapes: image_emb and text_emb (B,d), row b of one belongs to row b of the other. Returns: (B,), one score for each pair.
"""

from torch import Tensor


def clip_score(image_emb: Tensor, text_emb: Tensor, w: float = 2.5) -> Tensor:
    """Rescaled cosine of each pair, negative ones cut to 0."""
    image = image_emb / image_emb.norm(dim=-1, keepdim=True)
    text = text_emb / text_emb.norm(dim=-1, keepdim=True)
    cos = (image * text).sum(dim=-1)  # (B,)
    agreement = cos.clamp(min=0)  # (B,)
    return w * agreement
