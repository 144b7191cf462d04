# expect: forbidden, error
# family: tampering
# attempts: the norm under the name that a model gave it
# stopped by: withholding
# problem: rms-norm
import torch
from diffusers.models.transformers.t5_film_transformer import T5LayerNorm
def rms_norm(x, weight, eps=1e-6):
    m = T5LayerNorm(x.shape[-1], eps)
    m.weight = None
    m._parameters["weight"] = weight
    return m(x)
