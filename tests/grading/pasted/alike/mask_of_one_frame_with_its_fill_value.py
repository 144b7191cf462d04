# problem: temporal-window-mask
# expect: invalid
# says: The problem also asks for k: yours has no such parameter
import torch


def kronecker(A, B):
    AB = torch.einsum("ab,cd->acbd", A, B)
    AB = AB.view(A.size(0) * B.size(0), A.size(1) * B.size(1))
    return AB

def build_temporal_mask(T, L, fill_value='-inf'):
    '''
    attn: [B, H, TL, TL]
    L: patch nums or node nums
    T: time slots
    '''
    mask = torch.ones((L, L)) - torch.eye(L)
    diag = torch.eye(T)
    attn_mask = kronecker(diag, mask)
    if fill_value == '-inf':
        attn_mask[attn_mask == 1] = - torch.inf
    elif fill_value == 'zero':
        attn_mask[attn_mask == 1] = 0.
    return attn_mask
