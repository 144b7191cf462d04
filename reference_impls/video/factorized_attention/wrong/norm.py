# slip: normalised-first
import torch
def factorized_attention(x, attend):
    B, F, N, D = x.shape
    ln = lambda z: torch.nn.functional.layer_norm(z, (D,))
    x = attend(ln(x).reshape(B*F, N, D)).reshape(B, F, N, D)
    return attend(ln(x).transpose(1, 2).reshape(B*N, F, D)).reshape(B, N, F, D).transpose(1, 2)
