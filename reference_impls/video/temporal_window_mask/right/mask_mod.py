import torch


def create_mask(mask_mod, Q_LEN, KV_LEN):
    """As flexible attention libraries build masks from an index function."""
    q_idx = torch.arange(Q_LEN).view(-1, 1).expand(Q_LEN, KV_LEN)
    kv_idx = torch.arange(KV_LEN).view(1, -1).expand(Q_LEN, KV_LEN)
    return mask_mod(None, None, q_idx, kv_idx)


def temporal_window_mask(frames, tokens, k):
    def window(b, h, q_idx, kv_idx):
        q_frame, kv_frame = q_idx // tokens, kv_idx // tokens
        return (kv_frame <= q_frame) & (q_frame - kv_frame <= k)

    return create_mask(window, frames * tokens, frames * tokens)
