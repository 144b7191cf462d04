# problem: block-sparse-attention
# says: your code returns a dict: its out is graded
def bsa(q, k, v, block_mask, BLOCK):
    B, H, T, D = q.shape
    outs = []
    for i in range(T // BLOCK):
        cols = block_mask[i].nonzero().flatten().tolist()
        ks = torch.cat([k[:, :, j * BLOCK:(j + 1) * BLOCK] for j in cols], dim=2)
        vs = torch.cat([v[:, :, j * BLOCK:(j + 1) * BLOCK] for j in cols], dim=2)
        qi = q[:, :, i * BLOCK:(i + 1) * BLOCK]
        p = torch.softmax(qi @ ks.mT / D ** 0.5, -1)
        outs.append(p @ vs)
    return {"out": torch.cat(outs, 2), "n_blocks": int(block_mask.sum())}
