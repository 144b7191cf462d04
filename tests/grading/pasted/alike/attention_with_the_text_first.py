# problem: joint-attention
# says: in this order: img_out, txt_out
def heads_of(x, w, n):
    return (x @ w).unflatten(-1, (3, n, -1)).permute(2, 0, 3, 1, 4).unbind(0)


def two_stream_attention(txt, img, w_txt, w_img, n_heads):
    both = [torch.cat(pair, 2) for pair in zip(heads_of(txt, w_txt, n_heads), heads_of(img, w_img, n_heads))]
    y = F.scaled_dot_product_attention(*both).transpose(1, 2).flatten(2)
    txt_out, img_out = y.split([txt.shape[1], img.shape[1]], dim=1)
    return txt_out, img_out
